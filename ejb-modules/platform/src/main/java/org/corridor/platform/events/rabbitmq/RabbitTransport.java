package org.corridor.platform.events.rabbitmq;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.EventPublisher;
import org.corridor.platform.events.EventQueue;
import org.corridor.platform.events.EventStoreFailure;
import org.corridor.platform.events.EventTransport;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** By RabbitMQ: for contexts that have servers of their own. */
@ApplicationScoped
public class RabbitTransport implements EventTransport {

  static final String NAME = "rabbitmq";

  /** Longer than connecting and a confirmation take at most. */
  private static final long PATIENCE_SECONDS = 60;

  @Inject private RabbitEvents rabbit;

  @Inject
  @Channel("corridor-events")
  private Emitter<List<EventEnvelope>> emitter;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public EventPublisher publisher() {
    return this::publish;
  }

  private void publish(List<EventEnvelope> events) {
    var confirmed = new CompletableFuture<Void>();
    synchronized (this) {
      emitter.send(
          Message.of(
              events,
              () -> {
                confirmed.complete(null);
                return CompletableFuture.completedFuture(null);
              },
              failure -> {
                confirmed.completeExceptionally(failure);
                return CompletableFuture.completedFuture(null);
              }));
    }
    try {
      confirmed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new EventStoreFailure("events were not confirmed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreFailure("interrupted while events were published", e);
    }
  }

  @Override
  public EventQueue queue(String context) {
    rabbit.open(context);
    return () -> {
      var inlet = rabbit.inlet(context);
      return inlet == null ? OptionalLong.empty() : inlet.waiting();
    };
  }
}
