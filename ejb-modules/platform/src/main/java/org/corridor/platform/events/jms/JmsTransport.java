package org.corridor.platform.events.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Topic;
import org.corridor.platform.events.EventPublisher;
import org.corridor.platform.events.EventQueue;
import org.corridor.platform.events.EventTransport;

/** By the topic of the server's own messaging engine: for contexts that share one server. */
@ApplicationScoped
public class JmsTransport implements EventTransport {

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/events")
  private Topic topic;

  private final MessagingEngine engine = new MessagingEngine();

  @Override
  public String name() {
    return "jms";
  }

  @Override
  public EventPublisher publisher() {
    return new JmsEventPublisher(connections, topic);
  }

  @Override
  public EventQueue queue(String context) {
    return () -> engine.waitingFor(context);
  }
}
