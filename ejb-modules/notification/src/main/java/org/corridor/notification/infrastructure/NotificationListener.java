package org.corridor.notification.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import java.util.List;
import org.corridor.notification.infrastructure.events.AccountNotices;
import org.corridor.notification.infrastructure.events.IdentityNotices;
import org.corridor.notification.infrastructure.events.PaymentNotices;
import org.corridor.notification.infrastructure.events.SecurityNotices;
import org.corridor.platform.events.DeadLetters;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;

/** Brings the events of others to this context's handlers, where a messaging engine does. */
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
public class NotificationListener implements MessageListener {

  @Inject private PaymentNotices payments;
  @Inject private AccountNotices accounts;
  @Inject private IdentityNotices identity;
  @Inject private SecurityNotices security;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/dead-letter")
  private Queue deadLetters;

  /** What is thrown makes the message come again. */
  @Override
  public void onMessage(Message message) {
    var events = EventBatch.read(text(message));
    for (var handler : List.of(payments, accounts, identity, security)) {
      for (var event : events) {
        if (handler.types().contains(event.path("type").asText())) {
          take(handler, event);
        }
      }
    }
  }

  private void take(EventHandler handler, JsonNode event) {
    try {
      handler.take(List.of(ReceivedEvent.of(event)));
    } catch (UnreadableEvent e) {
      new DeadLetters(connections, deadLetters).add(event.toString(), "notification", e);
    }
  }

  private static String text(Message message) {
    try {
      return message.getBody(String.class);
    } catch (JMSException e) {
      throw new UnreadableEvent("the body of the message cannot be read", e);
    }
  }
}
