package org.corridor.platform.events;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;

/** Puts aside, with its reason, what a consumer will never be able to take. */
public final class DeadLetters {

  private static final int MAX_REASON = 500;

  private final ConnectionFactory connections;
  private final Queue queue;

  public DeadLetters(ConnectionFactory connections, Queue queue) {
    this.connections = connections;
    this.queue = queue;
  }

  /** Joins the transaction in which the message was received. */
  public void add(Message message, String consumer, Throwable reason) {
    try (var session = connections.createContext()) {
      var letter = session.createTextMessage(body(message));
      letter.setJMSType(message.getJMSType());
      letter.setJMSCorrelationID(message.getJMSCorrelationID());
      letter.setStringProperty("consumer", consumer);
      letter.setStringProperty("reason", shortened(reason));
      session.createProducer().send(queue, letter);
    } catch (JMSException e) {
      throw new EventStoreFailure("cannot put a message aside", e);
    }
  }

  /** Empty if it is of another kind than events are. */
  private static String body(Message message) throws JMSException {
    return message.isBodyAssignableTo(String.class) ? message.getBody(String.class) : "";
  }

  private static String shortened(Throwable reason) {
    var text = reason.toString();
    return text.substring(0, Math.min(text.length(), MAX_REASON));
  }
}
