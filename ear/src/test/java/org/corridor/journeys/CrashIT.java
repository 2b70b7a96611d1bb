package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.corridor.dev.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Servers are killed while money moves. Afterwards every transfer that was acknowledged is there
 * once, what was interrupted has ended by itself, the retry of either gives the right answer, and
 * the books balance.
 */
@ExtendWith(House.Key.class)
class CrashIT {

  private static final int CLIENTS = 8;
  private static final Duration UNDER_LOAD = Duration.ofSeconds(4);
  private static final Duration HEALED_WITHIN = Duration.ofSeconds(90);
  private static final Duration READY = Duration.ofMinutes(3);

  private final House house;
  private final Bank bank;

  CrashIT(House house) {
    this.house = house;
    this.bank = new Bank(house);
  }

  @Test
  void theApplicationServerIsKilledUnderLoad() throws InterruptedException {
    var server = house.server(Context.TRANSACTION);
    survives(
        () -> {
          server.kill();
          server.start();
          server.awaitReady(READY);
        });
  }

  @Test
  void theDatabaseIsKilledUnderLoad() throws InterruptedException {
    var postgres = house.services().postgres();
    survives(
        () -> {
          postgres.kill();
          postgres.start();
          house.topology().servers().forEach(server -> server.awaitReady(READY));
        });
  }

  private void survives(Runnable crash) throws InterruptedException {
    var from = bank.anAccountWith("1000.00");
    var to = bank.anAccount();
    var asked = new ConcurrentHashMap<String, Boolean>();

    var stop = new AtomicBoolean();
    var clients = Executors.newFixedThreadPool(CLIENTS);
    for (var i = 0; i < CLIENTS; i++) {
      clients.execute(() -> transferUntil(stop, from, to, asked));
    }
    Thread.sleep(UNDER_LOAD.toMillis());
    crash.run();
    stop.set(true);
    clients.shutdown();
    assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

    assertThat(asked).containsValue(true);
    awaitEnds(from);
    var repeated = repeat(from, to, asked);
    assertThat(bank.booked(to)).isEqualTo(euros(repeated));
    assertThat(bank.booksBalance()).isTrue();
  }

  /** Remembers each key before it is used, and whether it was acknowledged. */
  private void transferUntil(
      AtomicBoolean stop, String from, String to, Map<String, Boolean> asked) {
    while (!stop.get()) {
      var key = House.newKey();
      asked.put(key, false);
      try {
        var answer = bank.transfer(house.as("teller"), from, to, "0.01", "Idempotency-Key", key);
        asked.put(key, answer.status() == 201);
        if (answer.status() != 201) {
          pause();
        }
      } catch (UncheckedIOException away) {
        // the server is down, as intended; what became of this transfer is asked later
        pause();
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
  }

  private void awaitEnds(String account) throws InterruptedException {
    var until = Instant.now().plus(HEALED_WITHIN);
    List<String> open;
    do {
      open = open(account);
      Thread.sleep(500);
    } while (!open.isEmpty() && Instant.now().isBefore(until));
    assertThat(open).as("transactions that did not end by themselves").isEmpty();
  }

  private List<String> open(String account) {
    var open = new ArrayList<String>();
    for (var status : new String[] {"CREATED", "UNKNOWN"}) {
      house
          .asMachine()
          .get(Bank.TRANSACTIONS + "?accountId=" + account + "&status=" + status)
          .expect(200)
          .json()
          .at("/items")
          .forEach(item -> open.add(item.at("/id").asText()));
    }
    return open;
  }

  /** Sends every request again, under its key; returns how many transfers there are now. */
  private long repeat(String from, String to, Map<String, Boolean> asked) {
    var before = bank.booked(to);
    var acknowledged = asked.values().stream().filter(done -> done).count();
    assertThat(cents(before))
        .as("acknowledged transfers lost")
        .isGreaterThanOrEqualTo(acknowledged);
    for (var key : asked.keySet()) {
      bank.transfer(house.as("teller"), from, to, "0.01", "Idempotency-Key", key).expect(201);
    }
    return asked.size();
  }

  private static long cents(String euros) {
    return Long.parseLong(euros.replace(".", ""));
  }

  private static String euros(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
