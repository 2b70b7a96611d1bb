package org.corridor.platform.events;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
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

  /**
   * Joins the transaction in which the message was received.
   *
   * @param body an event, or a whole message that is none
   */
  public void add(String body, String consumer, Throwable reason) {
    try (var session = connections.createContext()) {
      var letter = session.createTextMessage(body);
      letter.setStringProperty("consumer", consumer);
      letter.setStringProperty("reason", shortened(reason));
      session.createProducer().send(queue, letter);
    } catch (JMSException e) {
      throw new EventStoreFailure("cannot put an event aside", e);
    }
  }

  private static String shortened(Throwable reason) {
    var text = reason.toString();
    return text.substring(0, Math.min(text.length(), MAX_REASON));
  }
}
