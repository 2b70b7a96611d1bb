package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.EventStoreFailure;

/**
 * Publishes events to the exchange, each as a message whose routing key is its type, and returns
 * only when the broker has confirmed that it has them all on disk.
 */
final class RabbitOutlet implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RabbitOutlet.class.getName());
  private static final long CONFIRM_MILLISECONDS = 10_000;
  private static final int PERSISTENT = 2;

  private final RabbitConnections connections;
  private final String name;
  private final Clock clock;
  private final Backoff backoff = new Backoff();
  private Connection connection;
  private Channel channel;
  private Instant notBefore = Instant.MIN;
  private volatile String blocked;

  /**
   * @param name of the connection, for those who look at the broker
   */
  RabbitOutlet(RabbitConnections connections, String name, Clock clock) {
    this.connections = connections;
    this.name = name;
    this.clock = clock;
  }

  /**
   * @throws EventStoreFailure if any of them may not have arrived
   */
  synchronized void publish(List<EventEnvelope> events) {
    try {
      var open = channel();
      for (var event : events) {
        open.basicPublish(
            EventRoutes.EXCHANGE,
            event.type(),
            properties(event),
            EventBatch.writeOne(event).getBytes(StandardCharsets.UTF_8));
      }
      if (!open.waitForConfirms(CONFIRM_MILLISECONDS)) {
        throw new IOException("RabbitMQ has refused an event");
      }
      backoff.reset();
    } catch (TimeoutException e) {
      if (blocked == null) {
        drop();
      }
      throw new EventStoreFailure("RabbitMQ does not confirm events", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      drop();
      throw new EventStoreFailure("interrupted while events were published", e);
    } catch (IOException | RuntimeException e) {
      drop();
      throw new EventStoreFailure("cannot publish events to RabbitMQ", e);
    }
  }

  private Channel channel() throws IOException {
    if (blocked != null && connection != null && connection.isOpen()) {
      throw new EventStoreFailure("RabbitMQ takes no events now: " + blocked, null);
    }
    if (channel == null || !channel.isOpen()) {
      drop();
      if (clock.instant().isBefore(notBefore)) {
        throw new IOException("RabbitMQ was away a moment ago");
      }
      notBefore = clock.instant().plusMillis(backoff.next());
      connection = connections.open(name);
      connection.addBlockedListener(new Alarm());
      channel = connection.createChannel();
      channel.confirmSelect();
      EventRoutes.declareExchange(channel);
    }
    return channel;
  }

  /** A broker that runs out of disk or memory says so, and reads no more from who publishes. */
  private final class Alarm implements BlockedListener {

    @Override
    public void handleBlocked(String reason) {
      blocked = reason;
      LOG.log(Level.WARNING, "RabbitMQ takes no events now: {0}", reason);
    }

    @Override
    public void handleUnblocked() {
      blocked = null;
      LOG.info("RabbitMQ takes events again");
    }
  }

  private static BasicProperties properties(EventEnvelope event) {
    return new BasicProperties.Builder()
        .messageId(event.id().toString())
        .type(event.type())
        .appId(event.source())
        .correlationId(event.correlationId())
        .contentType("application/cloudevents+json")
        .deliveryMode(PERSISTENT)
        .timestamp(Date.from(event.time()))
        .headers(Map.of("subject", event.subject(), "sequence", event.sequence()))
        .build();
  }

  private void drop() {
    blocked = null;
    if (connection != null) {
      connection.abort((int) CONFIRM_MILLISECONDS);
      connection = null;
      channel = null;
    }
  }

  @Override
  public synchronized void close() {
    drop();
  }
}
