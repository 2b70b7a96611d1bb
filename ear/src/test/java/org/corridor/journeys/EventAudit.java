package org.corridor.journeys;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.corridor.dev.Context;
import org.corridor.dev.RabbitServer;

/**
 * Listens to every event that passes the exchange, with a durable queue of its own, and compares
 * with what stands in the event stores.
 */
final class EventAudit implements AutoCloseable {

  private static final String EXCHANGE = "corridor.events";
  private static final int PREFETCH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final House house;
  private final String queue = "audit." + UUID.randomUUID();
  private final Map<Context, Long> from = new HashMap<>();
  private final List<Heard> all = new ArrayList<>();

  /** An event that has come: where it stands in which stream. */
  private record Heard(UUID id, String subject, long sequence) {}

  EventAudit(House house) throws IOException, TimeoutException, SQLException {
    this.house = house;
    try (var connection = connect();
        var channel = connection.createChannel()) {
      channel.exchangeDeclare(EXCHANGE, "topic", true);
      // as the queues of consumers: who comes next gets nothing before what the one before it has
      // not acknowledged is back in its place
      channel.queueDeclare(
          queue,
          true,
          false,
          false,
          Map.of("x-queue-type", "quorum", "x-single-active-consumer", true));
      channel.queueBind(queue, EXCHANGE, "#");
    }
    house.topology().brokers().stream()
        .filter(RabbitServer::isRunning)
        .forEach(RabbitServer::keepWhatWasDeclared);
    // what was written before may have passed before the queue was there
    for (var context : Context.values()) {
      from.put(context, lastPosition(context));
    }
  }

  /** A connection to any node that is there, as the servers make theirs. */
  Connection connect() throws IOException, TimeoutException {
    var factory = new ConnectionFactory();
    factory.setUsername("corridor");
    factory.setPassword(house.services().secrets().get("rabbitmq"));
    factory.useSslProtocol(house.services().tls().sslContext());
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection(
        house.topology().brokers().stream()
            .filter(RabbitServer::isRunning)
            .map(node -> new Address("localhost", node.port()))
            .toList());
  }

  /**
   * What is wrong with what has come so far; nothing if each event since the audit began has come
   * at least once, none that was never written, and those of a stream in their order, apart from
   * those that came again.
   */
  List<String> faults() throws Exception {
    var heard = drain();
    var faults = new ArrayList<String>();
    var written = written();
    var ids = new HashSet<UUID>();
    var last = new HashMap<String, Long>();
    for (var event : heard) {
      if (!ids.add(event.id())) {
        continue;
      }
      var before = last.put(event.subject(), event.sequence());
      if (before != null && before >= event.sequence()) {
        faults.add(event.subject() + ": " + event.sequence() + " came after " + before);
      }
    }
    var lost = new HashSet<>(written);
    lost.removeAll(ids);
    if (!lost.isEmpty()) {
      faults.add(lost.size() + " of " + written.size() + " events have not come");
    }
    return faults;
  }

  /** The faults that are left when what is on its way has had its time. */
  List<String> whenAllHasCome() throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    var faults = faults();
    while (!faults.isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(1_000);
      faults = faults();
    }
    return faults;
  }

  /** Returns when an event about it has come. */
  void await(String id) throws Exception {
    await(id, 1);
  }

  /** Returns when an event about it has come a second time. */
  void awaitAgain(String id) throws Exception {
    await(id, 2);
  }

  private void await(String id, int times) throws Exception {
    var deadline = Instant.now().plus(PATIENCE);
    while (mostTimes(id) < times) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("no event about " + id + " has come " + times + " times");
      }
      Thread.sleep(300);
    }
  }

  private long mostTimes(String id) throws Exception {
    return drain().stream()
        .filter(heard -> heard.subject().endsWith(id))
        .collect(Collectors.groupingBy(Heard::id, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  int writtenSoFar() throws SQLException {
    return written().size();
  }

  /** All that has come since the beginning, in the order in which it came. */
  private List<Heard> drain() throws Exception {
    try (var connection = connect();
        var channel = connection.createChannel()) {
      channel.basicQos(PREFETCH);
      var consumer = new Listener(channel);
      channel.basicConsume(queue, false, consumer);
      var before = -1;
      while (before < consumer.size() || channel.messageCount(queue) > 0) {
        before = consumer.size();
        Thread.sleep(300);
      }
      all.addAll(consumer.stop());
      return List.copyOf(all);
    }
  }

  private static final class Listener extends DefaultConsumer {

    private final List<Heard> received = new ArrayList<>();
    private boolean stopped;

    Listener(Channel channel) {
      super(channel);
    }

    synchronized int size() {
      return received.size();
    }

    /** What comes from now on is not acknowledged, so it comes again to the next one. */
    synchronized List<Heard> stop() {
      stopped = true;
      return received;
    }

    @Override
    public synchronized void handleDelivery(
        String tag, Envelope envelope, BasicProperties properties, byte[] body) throws IOException {
      if (stopped) {
        return;
      }
      if (!new String(body, StandardCharsets.UTF_8).contains(properties.getMessageId())) {
        throw new IOException("the body is another event's");
      }
      var subject = properties.getHeaders().get("subject").toString();
      var sequence = ((Number) properties.getHeaders().get("sequence")).longValue();
      received.add(new Heard(UUID.fromString(properties.getMessageId()), subject, sequence));
      getChannel().basicAck(envelope.getDeliveryTag(), false);
    }
  }

  private Set<UUID> written() throws SQLException {
    var ids = new HashSet<UUID>();
    for (var context : Context.values()) {
      try (var connection = house.services().postgres().connectAsSuperuser(context.id());
          var select = connection.prepareStatement("select id from event where position > ?")) {
        select.setLong(1, from.get(context));
        try (var rows = select.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getObject(1, UUID.class));
          }
        }
      }
    }
    return ids;
  }

  private long lastPosition(Context context) throws SQLException {
    try (var connection = house.services().postgres().connectAsSuperuser(context.id());
        var select = connection.createStatement();
        var rows = select.executeQuery("select coalesce(max(position), 0) from event")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws IOException, TimeoutException {
    try (var connection = connect();
        var channel = connection.createChannel()) {
      channel.queueDelete(queue);
    }
  }
}
