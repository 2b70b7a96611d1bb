package org.corridor.notification.infrastructure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.jms.JmsEventListener;

/** Receives the events of others where they go by JMS. */
@MessageDriven(
    name = "NotificationListener",
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue =
              "types like '%,transaction.%' or types like '%,account.account-%'"
                  + " or types like '%,client.kyc-%' or types like '%,auth.%'")
    })
public class EventsListener extends JmsEventListener {

  @EJB private NotificationEventConsumer consumer;

  @Override
  protected ContextEventConsumer consumer() {
    return consumer;
  }
}
