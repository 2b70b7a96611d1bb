package org.corridor.dev.proof.crash;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;

/**
 * Clients that transfer a cent again and again, and remember under which key, and what they heard.
 */
final class Payments {

  private static final int CLIENTS = 8;

  /** After what was not done: clients that ask without a pause keep a server from coming back. */
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(3);
  private static final String TRANSFERS = "/api/transaction/v1/transfers";
  private static final String TRANSACTIONS = "/api/transaction/v1/transactions/";

  private final Door door;
  private final List<String> sources;
  private final List<String> destinations;
  private final Patience patience = new Patience(ANSWERED_WITHIN);
  private final Map<String, Payment> asked = new ConcurrentHashMap<>();
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * One transfer that was asked for.
   *
   * @param transaction that the platform has acknowledged as paid; empty while it has not
   */
  record Payment(String key, String from, String to, Optional<String> transaction) {

    boolean isAcknowledged() {
      return transaction.isPresent();
    }
  }

  Payments(Door door, List<String> sources, List<String> destinations) {
    this.door = door;
    this.sources = List.copyOf(sources);
    this.destinations = List.copyOf(destinations);
  }

  void start() {
    for (var i = 0; i < CLIENTS; i++) {
      running.add(clients.submit(this::payUntilStopped));
    }
  }

  void stop() {
    stopping = true;
    clients.shutdown();
    try {
      for (var client : running) {
        client.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while clients stopped", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    }
  }

  /** All that were asked for. */
  List<Payment> asked() {
    return List.copyOf(asked.values());
  }

  /** Each key is remembered before it is used. */
  private void payUntilStopped() {
    var random = ThreadLocalRandom.current();
    while (!stopping) {
      var payment =
          new Payment(
              UUID.randomUUID().toString(),
              sources.get(random.nextInt(sources.size())),
              destinations.get(random.nextInt(destinations.size())),
              Optional.empty());
      asked.put(payment.key(), payment);
      try {
        var answer = send(payment);
        if (answer.status() == 201) {
          asked.put(payment.key(), acknowledged(payment, answer));
        } else {
          LockSupport.parkNanos(PAUSE);
        }
      } catch (UncheckedIOException away) {
        // the server is down, as intended; what became of this transfer is asked later
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** The key is the reference, too, so that the statement tells which entry is whose. */
  private Answer send(Payment payment) {
    return door.post(
        TRANSFERS,
        "{\"sourceAccountId\":\""
            + payment.from()
            + "\",\"destinationAccountId\":\""
            + payment.to()
            + "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"EUR\"},\"reference\":\""
            + payment.key()
            + "\"}",
        "Idempotency-Key",
        payment.key());
  }

  /**
   * The key was used before: the answer is the transaction of that time, or a new one. If the first
   * answer was that its outcome is not known, that stays the answer: then the transaction tells.
   */
  Payment sendUntilAcknowledged(Payment payment) {
    return acknowledged(payment, patience.until(this::isPaid, () -> send(payment)));
  }

  private boolean isPaid(Answer answer) {
    return answer.status() == 201
        || (answer.status() == 202
            && "PAID".equals(door.get(TRANSACTIONS + answer.text("/id")).text("/status")));
  }

  private static Payment acknowledged(Payment payment, Answer answer) {
    return new Payment(
        payment.key(), payment.from(), payment.to(), Optional.of(answer.text("/id")));
  }
}
