package org.corridor.transaction.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.TakeJournalPosted;
import org.corridor.transaction.application.TakeJournalPosted.JournalPosted;

/**
 * Takes the events of others that this context listens to. The message is received in a transaction
 * of JMS alone and handled in one of the database alone: if the second fails, the first rolls back
 * and the message comes again; if only the first fails, the inbox knows the event already.
 */
@MessageDriven(
    name = "EventsListener",
    activationConfig = {
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "JMSType = 'account.journal-posted.v1'")
    })
public class EventsListener implements MessageListener {

  @Inject private TakeJournalPosted journalPosted;
  @EJB private EventsConsumption consumption;

  @Override
  public void onMessage(Message message) {
    journalPosted.take(journalPosted(text(message)));
    consumption.took();
  }

  private static String text(Message message) {
    try {
      return message.getBody(String.class);
    } catch (JMSException e) {
      throw new UnreadableEvent("the body of the message cannot be read", e);
    }
  }

  /** Takes what it needs and no more: the publisher may add members within a version. */
  static JournalPosted journalPosted(String body) {
    try {
      var envelope = Json.mapper().readValue(body, EventEnvelope.class);
      JsonNode data = Json.mapper().readTree(envelope.data());
      return new JournalPosted(
          envelope.id(),
          UUID.fromString(data.required("journalId").textValue()),
          Instant.parse(data.required("bookedAt").textValue()));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new UnreadableEvent("not an event of a posted journal", e);
    }
  }

  /** To be delivered again, and to the dead letters in the end. */
  static final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
