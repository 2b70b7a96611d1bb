package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The exchange, the queues and what leads from one to the other. Each consumer has a quorum queue
 * of its own, which is read by one replica at a time, so that the order of streams is kept.
 *
 * <p>A consumer puts aside itself what it cannot take. What has been delivered twenty times without
 * being acknowledged has ended its consumer each time: that goes to the queue of dead letters.
 */
final class EventRoutes {

  static final String EXCHANGE = "corridor.events";
  static final String DEAD_LETTERS = "corridor.dead-letters";
  private static final int DELIVERIES = 20;

  private EventRoutes() {}

  static String queue(String consumer) {
    return "corridor." + consumer;
  }

  static String deadLetters(String consumer) {
    return "corridor." + consumer + ".dead-letters";
  }

  static void declareExchange(Channel channel) throws IOException {
    channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
  }

  /**
   * @param types of events; each may be a pattern of a topic exchange
   */
  static void declareQueues(Channel channel, String consumer, Set<String> types)
      throws IOException {
    declareExchange(channel);
    channel.exchangeDeclare(DEAD_LETTERS, BuiltinExchangeType.DIRECT, true);
    channel.queueDeclare(
        deadLetters(consumer), true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queueBind(deadLetters(consumer), DEAD_LETTERS, consumer);
    channel.queueDeclare(
        queue(consumer),
        true,
        false,
        false,
        Map.of(
            "x-queue-type",
            "quorum",
            "x-single-active-consumer",
            true,
            "x-delivery-limit",
            DELIVERIES,
            "x-dead-letter-exchange",
            DEAD_LETTERS,
            "x-dead-letter-routing-key",
            consumer,
            "x-dead-letter-strategy",
            "at-least-once",
            "x-overflow",
            "reject-publish"));
    for (var type : types) {
      channel.queueBind(queue(consumer), EXCHANGE, type);
    }
  }
}
