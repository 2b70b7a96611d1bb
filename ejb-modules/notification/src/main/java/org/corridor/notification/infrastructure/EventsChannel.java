package org.corridor.notification.infrastructure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.corridor.platform.events.ContextEventConsumer;
import org.corridor.platform.events.rabbitmq.RabbitArrival;
import org.corridor.platform.events.rabbitmq.RabbitEventListener;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Receives the events of others where they go by RabbitMQ. */
@ApplicationScoped
public class EventsChannel extends RabbitEventListener {

  @EJB private NotificationEventConsumer consumer;

  @Incoming("notification-events")
  public CompletionStage<Void> receive(Message<List<RabbitArrival>> message) {
    return take(message);
  }

  @Override
  protected ContextEventConsumer consumer() {
    return consumer;
  }
}
