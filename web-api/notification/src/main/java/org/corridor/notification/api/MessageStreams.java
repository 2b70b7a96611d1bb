package org.corridor.notification.api;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.ReadMessages;
import org.corridor.notification.domain.Message;
import org.corridor.notification.domain.Recipient;
import org.corridor.platform.json.Json;
import org.corridor.platform.schedule.Repeated;
import org.corridor.web.problem.Problem;

/**
 * The open streams of this server. Twice a second it asks the database, in one query for all of
 * them, who has a new message: so a message reaches its streams on whatever replica they are, and
 * many streams cost hardly more than one.
 */
@ApplicationScoped
public class MessageStreams {

  private static final Logger LOG = Logger.getLogger(MessageStreams.class.getName());

  private static final int MOST_OF_ONE = 3;
  private static final int MOST = 2_000;
  private static final int AT_ONCE = 100;
  private static final long PAUSE_MILLISECONDS = 500;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Not much longer than an access token is good. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ReadMessages messages;
  private final Clock clock;
  private final ConcurrentLinkedQueue<Stream> streams = new ConcurrentLinkedQueue<>();

  @Resource private ManagedScheduledExecutorService threads;

  private ScheduledFuture<?> looking;
  private boolean failing;

  @Inject
  public MessageStreams(ReadMessages messages, @NotificationClock Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected MessageStreams() {
    this(null, null);
  }

  /** What a stream is sent on. */
  record Wire(SseEventSink sink, Sse sse) {

    void send(Message message) {
      sink.send(
          sse.newEventBuilder()
              .id(Long.toString(message.number()))
              .name("message")
              .data(String.class, Json.write(MessageView.of(message)))
              .build());
    }

    void comment(String text) {
      sink.send(sse.newEventBuilder().comment(text).build());
    }
  }

  private static final class Stream {
    final Recipient recipient;
    final Wire wire;
    final Instant endsAt;
    long last;
    Instant spokenAt;

    Stream(Recipient recipient, Wire wire, long last, Instant now) {
      this.recipient = recipient;
      this.wire = wire;
      this.last = last;
      this.endsAt = now.plus(LONGEST);
      this.spokenAt = now;
    }
  }

  @PostConstruct
  void start() {
    looking =
        threads.scheduleWithFixedDelay(
            new Repeated(this::look),
            PAUSE_MILLISECONDS,
            PAUSE_MILLISECONDS,
            TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.cancel(false);
    streams.forEach(stream -> stream.wire.sink().close());
  }

  /**
   * @param after the number of the last message that was received; null for only what comes from
   *     now on
   * @throws org.corridor.web.problem.ProblemException if there are too many
   */
  synchronized void open(Recipient recipient, Long after, Wire wire) {
    var own = streams.stream().filter(stream -> stream.recipient.equals(recipient)).count();
    if (own >= MOST_OF_ONE || streams.size() >= MOST) {
      throw Problem.of(
              429,
              "too-many-streams",
              own >= MOST_OF_ONE
                  ? "You have " + MOST_OF_ONE + " streams already: close one."
                  : "There are too many streams here now.")
          .toException();
    }
    var last =
        after == null
            ? messages.last(List.of(recipient)).getOrDefault(recipient, 0L)
            : after.longValue();
    // tells the gateway and the client that the stream is there
    wire.comment("open");
    streams.add(new Stream(recipient, wire, last, clock.instant()));
  }

  /** An exception must not escape: the executor would never call again. */
  private void look() {
    try {
      streams.removeIf(this::isOver);
      if (!streams.isEmpty()) {
        var last = messages.last(recipients());
        streams.forEach(stream -> bringUpToDate(stream, last));
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, "the streams of messages cannot be looked after", e);
      }
      failing = true;
    }
  }

  private List<Recipient> recipients() {
    return new ArrayList<>(
        streams.stream().map(stream -> stream.recipient).collect(Collectors.toSet()));
  }

  private boolean isOver(Stream stream) {
    if (!stream.wire.sink().isClosed() && clock.instant().isAfter(stream.endsAt)) {
      stream.wire.sink().close();
    }
    return stream.wire.sink().isClosed();
  }

  /** One that is broken must not keep the others from their messages. */
  private void bringUpToDate(Stream stream, Map<Recipient, Long> last) {
    try {
      if (last.getOrDefault(stream.recipient, 0L) > stream.last) {
        for (var message : messages.after(stream.recipient, stream.last, AT_ONCE)) {
          stream.wire.send(message);
          stream.last = message.number();
          stream.spokenAt = clock.instant();
        }
      } else if (Duration.between(stream.spokenAt, clock.instant()).compareTo(HEARTBEAT) > 0) {
        stream.wire.comment("still here");
        stream.spokenAt = clock.instant();
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.FINE, "a stream is broken", e);
      stream.wire.sink().close();
    }
  }
}
