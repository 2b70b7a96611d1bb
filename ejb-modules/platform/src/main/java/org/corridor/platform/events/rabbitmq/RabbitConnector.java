package org.corridor.platform.events.rabbitmq;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.EventTransports;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.IncomingConnectorFactory;
import org.eclipse.microprofile.reactive.messaging.spi.OutgoingConnectorFactory;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;

/**
 * Connects channels of MicroProfile Reactive Messaging 3.0 to RabbitMQ. An incoming channel has the
 * attributes {@code consumer}, a context, and {@code types}, those of the events that it takes,
 * with commas between them. Where events go by another way, incoming channels stay silent.
 */
@ApplicationScoped
@Connector(RabbitConnector.NAME)
public class RabbitConnector implements IncomingConnectorFactory, OutgoingConnectorFactory {

  static final String NAME = "corridor-rabbitmq";

  private final RabbitEvents rabbit;
  private final EventTransports transports;

  /** For the container's proxy. */
  protected RabbitConnector() {
    this(null, null);
  }

  @Inject
  public RabbitConnector(RabbitEvents rabbit, EventTransports transports) {
    this.rabbit = rabbit;
    this.transports = transports;
  }

  @Override
  public PublisherBuilder<? extends Message<?>> getPublisherBuilder(Config channel) {
    if (!isChosen()) {
      return ReactiveStreams.fromPublisher(new Silence());
    }
    var inlet =
        rabbit.listen(
            channel.getValue("consumer", String.class),
            types(channel.getValue("types", String.class)));
    return ReactiveStreams.fromPublisher(inlet.arrivals());
  }

  private static Set<String> types(String listed) {
    return Arrays.stream(listed.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  @Override
  public SubscriberBuilder<? extends Message<?>, Void> getSubscriberBuilder(Config channel) {
    return ReactiveStreams.<Message<List<EventEnvelope>>>builder()
        .flatMapCompletionStage(
            message -> publish(message).<Message<List<EventEnvelope>>>thenApply(done -> message))
        .ignore();
  }

  private CompletionStage<Void> publish(Message<List<EventEnvelope>> message) {
    try {
      rabbit.outlet().publish(message.getPayload());
      return message.ack();
    } catch (RuntimeException e) {
      return message.nack(e);
    }
  }

  private boolean isChosen() {
    return transports.isChosen(RabbitTransport.NAME);
  }
}
