package org.corridor.transaction.api;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.transaction.application.Ledger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What guards the calls to the account context, as the container does it: a real server there that
 * fails and takes its time.
 */
@ExtendWith(ArquillianExtension.class)
class LedgerOverHttpIT {

  private static final UUID ID = UUID.fromString("01930d2e-7c1a-7000-8000-000000000001");
  private static final int BREAKERS_WINDOW = 20;
  private static final int AT_ONCE = 64;

  @Inject private Ledger ledger;
  @Inject private AccountServerInTests server;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("corridor.test.archive")))
        .addClasses(LedgerOverHttpIT.class, AccountServerInTests.class)
        .addAsResource(
            new StringAsset(settings(freePort())), "META-INF/microprofile-config.properties")
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  private static String settings(int port) {
    var base = "http://localhost:" + port;
    return String.join(
        "\n",
        "corridor.test.port=" + port,
        "corridor.transaction.ledger=rest",
        "corridor.transaction.accounts.remembered=0",
        "corridor.account.url=" + base + "/account",
        "corridor.service.token-uri=" + base + "/token",
        "corridor.service.client-id=transaction",
        "corridor.service.client-secret=only-for-tests");
  }

  @BeforeEach
  void theServerIsWell() {
    server.becomeWell();
    askWithSuccess(BREAKERS_WINDOW);
    server.asked();
  }

  @Test
  void whoFailsTwiceIsAskedAThirdTimeAfterPausesThatDiffer() {
    var pauses = new ArrayList<Long>();
    for (var round = 0; round < 20; round++) {
      server.failNext(2);
      assertThat(ledger.account(ID)).isPresent();

      var asked = server.asked();
      assertThat(asked).hasSize(3);
      pauses.add(milliseconds(asked, 0, 1));
      pauses.add(milliseconds(asked, 1, 2));
      // so that the breaker sees fewer failures than successes
      askWithSuccess(4);
      server.asked();
    }

    assertThat(pauses).allMatch(pause -> pause >= 99);
    assertThat(pauses).anyMatch(pause -> pause < 150).anyMatch(pause -> pause > 150);
  }

  @Test
  void whoFailsThreeTimesIsNotAskedAgain() {
    server.failNext(4);

    assertThatThrownBy(() -> ledger.account(ID)).isInstanceOf(LedgerUnavailable.class);

    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void whoTakesTooLongIsGivenUpThreeTimesTwoSecondsEach() {
    server.takeMilliseconds(4_000, 0);
    var begin = System.nanoTime();

    assertThatThrownBy(() -> ledger.account(ID)).isInstanceOf(LedgerUnavailable.class);

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void anAttemptIsCutOffWhateverItWaitsFor() {
    server.refuseNextTokens(1);
    server.takeMilliseconds(0, 4_000);

    var failure = catchThrowable(() -> ledger.account(ID));

    assertThat(failure).isInstanceOf(LedgerUnavailable.class);
    assertThat(failure).hasCauseInstanceOf(TimeoutException.class);
    server.takeMilliseconds(0, 0);
    assertThat(ledger.account(ID)).isPresent();
  }

  @Test
  void theBreakerOpensWhenHalfOfTwentyFailAndTriesAgainAfterTenSeconds() throws Exception {
    server.failNext(Integer.MAX_VALUE);
    while (!isOpen(catchThrowable(() -> ledger.account(ID)))) {
      assertThat(server.asked()).isNotEmpty();
    }
    var opened = System.nanoTime();
    server.asked();

    server.failNext(0);
    for (var times = 0; times < 5; times++) {
      assertThat(isOpen(catchThrowable(() -> ledger.account(ID)))).isTrue();
    }
    assertThat(server.asked()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - opened)).isLessThan(Duration.ofSeconds(5));

    Thread.sleep(10_500);
    assertThat(ledger.account(ID)).isPresent();
    askWithSuccess(BREAKERS_WINDOW);
  }

  @Test
  void whoComesWhenSixtyFourAreUnderWayIsRefusedAtOnceAndThatOpensNoBreaker() throws Exception {
    server.takeMilliseconds(1_500, 0);
    var outcomes = new ArrayList<Throwable>();
    var threads = Executors.newFixedThreadPool(2 * AT_ONCE);
    try {
      var calls = new ArrayList<Callable<Throwable>>();
      for (var number = 0; number < 2 * AT_ONCE; number++) {
        calls.add(() -> catchThrowable(() -> ledger.account(ID)));
      }
      for (Future<Throwable> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    } finally {
      threads.shutdownNow();
    }

    var answers =
        outcomes.stream().map(LedgerOverHttpIT::answer).collect(groupingBy(a -> a, counting()));
    assertThat(answers)
        .isEqualTo(Map.of("an account", (long) AT_ONCE, "BulkheadException", (long) AT_ONCE));
    assertThat(server.asked()).hasSize(AT_ONCE);
    server.takeMilliseconds(0, 0);
    askWithSuccess(BREAKERS_WINDOW);
  }

  private void askWithSuccess(int times) {
    for (var time = 0; time < times; time++) {
      assertThat(ledger.account(ID)).isPresent();
    }
  }

  private static boolean isOpen(Throwable failure) {
    assertThat(failure).isInstanceOf(LedgerUnavailable.class);
    return failure.getCause() instanceof CircuitBreakerOpenException;
  }

  private static String answer(Throwable failure) {
    return failure == null ? "an account" : failure.getCause().getClass().getSimpleName();
  }

  private static long milliseconds(List<Long> times, int from, int to) {
    return Duration.ofNanos(times.get(to) - times.get(from)).toMillis();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
