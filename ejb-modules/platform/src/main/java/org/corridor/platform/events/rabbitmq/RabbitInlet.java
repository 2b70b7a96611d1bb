package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps a consumer at its queue: connects, and connects again with growing pauses when that was
 * lost, or what came was refused: until something is taken the pauses grow, since each delivery
 * counts towards the limit of the queue. What it receives it hands to {@link Arrivals}.
 */
final class RabbitInlet implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RabbitInlet.class.getName());
  private static final int GOODBYE_MILLISECONDS = 2_000;

  private final RabbitConnections connections;
  private final String consumer;
  private final Set<String> types;
  private final ScheduledExecutorService threads;
  private final Backoff backoff = new Backoff();
  private final Arrivals arrivals;
  private Connection connection;
  private volatile Channel channel;
  private volatile ScheduledFuture<?> nextAttempt;
  private boolean started;
  private boolean closed;
  private boolean failing;

  /**
   * @param consumer the context
   * @param types of the events that it takes
   */
  RabbitInlet(
      RabbitConnections connections,
      String consumer,
      Set<String> types,
      ScheduledExecutorService threads) {
    this.connections = connections;
    this.consumer = consumer;
    this.types = Set.copyOf(types);
    this.threads = threads;
    this.arrivals = new Arrivals(threads, backoff::reset, this::connectAgain);
  }

  /** What comes in; whoever subscribes starts it. */
  Arrivals arrivals() {
    return arrivals;
  }

  /** Starting what was started changes nothing. */
  synchronized void start() {
    if (!started) {
      started = true;
      threads.execute(this::connect);
    }
  }

  /** Empty while there is no connection. */
  OptionalLong waiting() {
    var open = channel;
    if (open == null || !open.isOpen()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(open.messageCount(EventRoutes.queue(consumer)) + arrivals.waiting());
    } catch (IOException | RuntimeException lost) {
      LOG.log(Level.FINE, "the queue cannot be asked", lost);
      return OptionalLong.empty();
    }
  }

  private synchronized void connect() {
    if (closed) {
      return;
    }
    try {
      connection = connections.open("corridor-" + consumer + "-consumer");
      var opened = connection.createChannel();
      EventRoutes.declareQueues(opened, consumer, types);
      opened.basicQos(connections.settings().prefetch());
      var source = arrivals.from(opened);
      opened.basicConsume(
          EventRoutes.deadLetters(consumer), false, new Receiver(opened, source, true));
      opened.basicConsume(EventRoutes.queue(consumer), false, new Receiver(opened, source, false));
      channel = opened;
      failing = false;
      LOG.log(Level.INFO, "events for {0} are received", consumer);
    } catch (IOException | RuntimeException | Error e) {
      // also an error of the virtual machine: nobody else would connect again
      drop();
      later();
      LOG.log(
          failing ? Level.FINE : Level.WARNING,
          "events for " + consumer + " cannot be received; trying again",
          e);
      failing = true;
    }
  }

  /** What was received and not acknowledged comes again. */
  private void connectAgain() {
    synchronized (this) {
      if (closed) {
        return;
      }
      drop();
    }
    later();
  }

  private void later() {
    nextAttempt = threads.schedule(this::connect, backoff.next(), TimeUnit.MILLISECONDS);
  }

  private void drop() {
    channel = null;
    if (connection != null) {
      connection.abort(GOODBYE_MILLISECONDS);
      connection = null;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      drop();
      if (nextAttempt != null) {
        nextAttempt.cancel(false);
      }
    }
    arrivals.end();
  }

  private final class Receiver extends DefaultConsumer {

    private final Arrivals.Source source;
    private final boolean dead;

    Receiver(Channel channel, Arrivals.Source source, boolean dead) {
      super(channel);
      this.source = source;
      this.dead = dead;
    }

    @Override
    public void handleDelivery(
        String tag, Envelope envelope, BasicProperties properties, byte[] body) {
      var text = new String(body, StandardCharsets.UTF_8);
      source.received(
          envelope.getDeliveryTag(), new RabbitArrival(text, dead ? reason(properties) : null));
    }

    private static String reason(BasicProperties properties) {
      var headers = properties.getHeaders();
      var why = headers == null ? null : headers.get("x-first-death-reason");
      return "given up by RabbitMQ: " + why;
    }

    /** The queue was deleted, or its node is gone. */
    @Override
    public void handleCancel(String tag) {
      lost("the queue has sent its consumer away");
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
      if (!signal.isInitiatedByApplication()) {
        lost(signal.getMessage());
      }
    }

    private void lost(String why) {
      // both receivers of a channel are told; the first one counts
      if (source.end()) {
        LOG.log(
            Level.WARNING,
            "the connection to the events for {0} is lost: {1}",
            new Object[] {consumer, why});
        connectAgain();
      }
    }
  }
}
