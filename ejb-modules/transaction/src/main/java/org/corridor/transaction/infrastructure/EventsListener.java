package org.corridor.transaction.infrastructure;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.jms.JmsEventListener;

/** Receives the events of others where they go by JMS. */
@MessageDriven(
    name = "EventsListener",
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "types like '%," + JournalPostedHandler.JOURNAL_POSTED + ",%'")
    })
public class EventsListener extends JmsEventListener {

  @EJB private TransactionEventConsumer consumer;

  @Override
  protected ContextEventConsumer consumer() {
    return consumer;
  }
}
