package org.corridor.transaction.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.Queue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.events.DeadLetters;
import org.corridor.platform.events.EventBatch;
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
          propertyValue = "types like '%," + EventsListener.JOURNAL_POSTED + ",%'")
    })
public class EventsListener implements MessageListener {

  static final String JOURNAL_POSTED = "account.journal-posted.v1";

  private static final Logger LOG = Logger.getLogger(EventsListener.class.getName());

  @Inject private TakeJournalPosted journalPosted;
  @EJB private EventsConsumption consumption;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/dead-letter")
  private Queue deadLetters;

  /** What is thrown makes the message come again, for as long as it takes. */
  @Override
  public void onMessage(Message message) {
    var id = id(message);
    var body = text(message);
    try {
      take(EventBatch.read(body));
    } catch (RuntimeException e) {
      if (!consumption.isHopeless(id)) {
        throw e;
      }
      takeWhatCanBeTaken(body);
    }
    consumption.took(id);
  }

  private void take(List<JsonNode> events) {
    journalPosted.take(
        events.stream()
            .filter(event -> JOURNAL_POSTED.equals(event.path("type").textValue()))
            .map(EventsListener::journalPosted)
            .toList());
  }

  /** One by one; what cannot be taken becomes a dead letter. */
  private void takeWhatCanBeTaken(String body) {
    List<JsonNode> events;
    try {
      events = EventBatch.read(body);
    } catch (IllegalArgumentException noBatch) {
      giveUp(body, noBatch);
      return;
    }
    for (var event : events) {
      try {
        take(List.of(event));
      } catch (RuntimeException e) {
        if (!consumption.databaseAnswers()) {
          throw e;
        }
        giveUp(event.toString(), e);
      }
    }
  }

  private void giveUp(String event, RuntimeException reason) {
    LOG.log(Level.SEVERE, "an event is given up and becomes a dead letter", reason);
    new DeadLetters(connections, deadLetters).add(event, "transaction", reason);
  }

  private static String id(Message message) {
    try {
      return message.getJMSMessageID();
    } catch (JMSException e) {
      throw new UnreadableEvent("the message has no id", e);
    }
  }

  private static String text(Message message) {
    try {
      return message.getBody(String.class);
    } catch (JMSException e) {
      throw new UnreadableEvent("the body of the message cannot be read", e);
    }
  }

  /** Takes what it needs and no more: the publisher may add members within a version. */
  static JournalPosted journalPosted(JsonNode envelope) {
    try {
      var data = envelope.required("data");
      return new JournalPosted(
          UUID.fromString(envelope.required("id").textValue()),
          UUID.fromString(data.required("journalId").textValue()),
          Instant.parse(data.required("bookedAt").textValue()));
    } catch (RuntimeException e) {
      throw new UnreadableEvent("not an event of a posted journal", e);
    }
  }

  /** It becomes a dead letter in the end. */
  static final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
