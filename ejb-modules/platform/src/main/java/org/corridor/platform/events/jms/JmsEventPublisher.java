package org.corridor.platform.events.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Topic;
import java.util.List;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.EventPublisher;
import org.corridor.platform.events.EventStoreFailure;

/**
 * Publishes events to a JMS topic, a batch in one message: a message costs more than its events.
 */
final class JmsEventPublisher implements EventPublisher {

  private final ConnectionFactory connections;
  private final Topic topic;

  JmsEventPublisher(ConnectionFactory connections, Topic topic) {
    this.connections = connections;
    this.topic = topic;
  }

  @Override
  public void publish(List<EventEnvelope> events) {
    try (var session = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      var message = session.createTextMessage(EventBatch.write(events));
      message.setJMSType(EventBatch.TYPE);
      message.setStringProperty(EventBatch.TYPES, EventBatch.types(events));
      session.createProducer().send(topic, message);
      session.commit();
    } catch (JMSException e) {
      throw new EventStoreFailure("cannot publish to the topic of events", e);
    }
  }
}
