package org.corridor.platform.events;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Topic;
import java.util.List;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;

/** Publishes events to a JMS topic, a batch in one session transaction. */
public final class JmsEventPublisher implements EventPublisher {

  private final ConnectionFactory connections;
  private final Topic topic;

  public JmsEventPublisher(ConnectionFactory connections, Topic topic) {
    this.connections = connections;
    this.topic = topic;
  }

  @Override
  public void publish(List<EventEnvelope> events) {
    try (var session = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      var producer = session.createProducer();
      for (var event : events) {
        var message = session.createTextMessage(Json.write(event));
        message.setJMSType(event.type());
        message.setJMSCorrelationID(event.correlationId());
        producer.send(topic, message);
      }
      session.commit();
    } catch (JMSException e) {
      throw new EventStoreFailure("cannot publish to the topic of events", e);
    }
  }
}
