package org.corridor.platform.events.rabbitmq;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * What comes out of a queue as a stream of messages, of as many events each as have arrived
 * (Reactive Streams 1.0). The next message goes out only when the one before was acknowledged,
 * since an acknowledgement is good for all that came before it.
 */
final class Arrivals implements Publisher<Message<List<RabbitArrival>>>, Subscription {

  private static final Logger LOG = Logger.getLogger(Arrivals.class.getName());

  private final Executor threads;
  private final Runnable accepted;
  private final Runnable refused;
  private Subscriber<? super Message<List<RabbitArrival>>> subscriber;
  private Source current;
  private long demand;
  private boolean underWay;
  private boolean ended;

  /**
   * @param accepted called when a message was taken
   * @param refused called when a message was not taken: its events have to be received again
   */
  Arrivals(Executor threads, Runnable accepted, Runnable refused) {
    this.threads = threads;
    this.accepted = accepted;
    this.refused = refused;
  }

  /** One channel, as long as it is open. What it has delivered can only be acknowledged there. */
  final class Source {

    private final Channel channel;
    private final List<RabbitArrival> received = new ArrayList<>();
    private long lastTag;

    private Source(Channel channel) {
      this.channel = channel;
    }

    void received(long tag, RabbitArrival arrival) {
      synchronized (Arrivals.this) {
        if (current != this) {
          return;
        }
        received.add(arrival);
        lastTag = tag;
      }
      goOn();
    }

    /** Whether it had not ended before. */
    boolean end() {
      synchronized (Arrivals.this) {
        if (current != this) {
          return false;
        }
        current = null;
        return true;
      }
    }
  }

  /** From now on events come from this channel, and from no other. */
  synchronized Source from(Channel channel) {
    current = new Source(channel);
    return current;
  }

  /** How many were received and not acknowledged yet, apart from those being taken. */
  synchronized int waiting() {
    return current == null ? 0 : current.received.size();
  }

  @Override
  public void subscribe(Subscriber<? super Message<List<RabbitArrival>>> newSubscriber) {
    Objects.requireNonNull(newSubscriber, "subscriber");
    synchronized (this) {
      if (subscriber != null) {
        throw new IllegalStateException("there is one subscriber to a queue");
      }
      subscriber = newSubscriber;
    }
    newSubscriber.onSubscribe(this);
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      demand = n > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + n;
    }
    goOn();
  }

  @Override
  public void cancel() {
    end();
  }

  synchronized void end() {
    ended = true;
    current = null;
  }

  /** On a thread of its own: whoever received, or asked for more, is not held up. */
  private void goOn() {
    synchronized (this) {
      if (ended || underWay || demand == 0 || current == null || current.received.isEmpty()) {
        return;
      }
      underWay = true;
      demand--;
    }
    threads.execute(this::send);
  }

  private void send() {
    Source source;
    List<RabbitArrival> events;
    long tag;
    synchronized (this) {
      source = current;
      if (source == null || source.received.isEmpty()) {
        underWay = false;
        demand++;
        return;
      }
      // the last tag is that of the last event, so all that are here go together
      events = List.copyOf(source.received);
      tag = source.lastTag;
      source.received.clear();
    }
    subscriber.onNext(
        Message.of(events, () -> taken(source, tag), failure -> notTaken(source, failure)));
  }

  private CompletionStage<Void> taken(Source source, long tag) {
    try {
      source.channel.basicAck(tag, true);
      accepted.run();
    } catch (IOException | RuntimeException lost) {
      // they come again, and the inbox knows them
      LOG.log(Level.FINE, "an acknowledgement was lost", lost);
    }
    nextOne();
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Void> notTaken(Source source, Throwable failure) {
    LOG.log(Level.WARNING, "events cannot be taken now; they come again", failure);
    if (source.end()) {
      refused.run();
    }
    nextOne();
    return CompletableFuture.completedFuture(null);
  }

  private void nextOne() {
    synchronized (this) {
      underWay = false;
    }
    goOn();
  }
}
