package org.corridor.account.infrastructure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;
import static org.corridor.account.domain.ledger.Ledgers.eur;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.corridor.account.application.BalanceCorrections;
import org.corridor.account.application.CheckLedger;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.CheckResult;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.LedgerCheck;
import org.corridor.account.application.LedgerCheck.Status;
import org.corridor.account.application.LedgerProblem.Kind;
import org.corridor.account.application.RunLedgerChecks;
import org.corridor.account.domain.ledger.BalanceCorrected;
import org.corridor.account.infrastructure.AccountEvents;
import org.corridor.account.infrastructure.ledger.LedgerDatabase;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that are asked for, run by one replica, and what a rebuild corrects. */
class LedgerChecksTest {

  private static final Trail TRAIL = Trail.of("test");
  private static final Caller ADMIN =
      new Caller("admin", Set.of("ledger:correct"), null, null, Map.of());

  private final LedgerDatabase ledger = LedgerDatabase.empty();
  private final JdbcLedgerChecks checks = new JdbcLedgerChecks(ledger.database.app());
  private final JdbcLedgerAudit audit = new JdbcLedgerAudit(ledger.database.app());
  private final CheckLedger requests = new CheckLedger(checks, Clock.systemUTC());
  private final RunLedgerChecks runs = new RunLedgerChecks(checks, audit, inTransaction());
  private UUID cash;
  private UUID anna;

  @BeforeEach
  void annaHasMoney() {
    Ledger queue = ledger.replica();
    cash = ledger.openInternalAccount();
    anna = ledger.openAccount();
    LedgerDatabase.await(queue.submit(aTransfer(cash, anna, 100_00)));
    LedgerDatabase.await(queue.submit(aHold(anna, 10_00)));
  }

  @AfterEach
  void stop() {
    ledger.stop();
  }

  private BalanceCorrections inTransaction() {
    var corrections = new JdbcBalanceCorrections();
    return (account, check) -> {
      try (var connection = ledger.database.app().getConnection()) {
        connection.setAutoCommit(false);
        var done = corrections.correct(connection, account, check);
        connection.commit();
        return done;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private LedgerCheck requested(CheckResult result) {
    return ((CheckResult.Requested) result).check();
  }

  private LedgerCheck rebuilt(String correction) {
    requested(requests.requestRebuild(ADMIN, correction, TRAIL));
    return runs.runOpen().orElseThrow();
  }

  @Test
  void aVerificationIsRequestedRunAndKept() {
    var check = requested(requests.requestVerification(ADMIN, TRAIL));
    assertThat(requests.byId(ADMIN, check.kind(), check.id()).orElseThrow().status())
        .isEqualTo(Status.REQUESTED);

    var ran = runs.runOpen().orElseThrow();

    assertThat(ran.status()).isEqualTo(Status.DONE);
    assertThat(ran.report().foundNothing()).isTrue();
    assertThat(ran.report().chain().entries()).isEqualTo(2);
    assertThat(requests.byId(ADMIN, check.kind(), check.id())).contains(ran);
    assertThat(requests.list(ADMIN, check.kind(), null, 10)).containsExactly(ran);
    assertThat(requests.list(ADMIN, check.kind(), check.id(), 10)).isEmpty();
    assertThat(requests.byId(ADMIN, LedgerCheck.Kind.REBUILD, check.id())).isEmpty();
    assertThat(checks.latestDone(check.kind())).contains(ran);
    assertThat(checks.latestSound(check.kind())).contains(ran);
    assertThat(runs.runOpen()).isEmpty();
  }

  @Test
  void thereIsOneAtATimeAndOneADayByTheClock() {
    assertThat(requests.requestDailyVerification()).isInstanceOf(CheckResult.Requested.class);
    assertThat(requests.requestVerification(ADMIN, TRAIL))
        .isInstanceOf(CheckResult.AnotherRuns.class);
    assertThat(runs.runOpen()).isPresent();

    assertThat(requests.requestDailyVerification()).isInstanceOf(CheckResult.AnotherRuns.class);
    assertThat(requests.requestVerification(ADMIN, TRAIL))
        .isInstanceOf(CheckResult.Requested.class);
  }

  @Test
  void whoIsBoundToABranchSeesAndAsksNothing() {
    var teller = new Caller("teller", Set.of("ledger:correct"), "BER", null, Map.of());
    var check = requested(requests.requestVerification(ADMIN, TRAIL));

    assertThat(requests.requestVerification(teller, TRAIL))
        .isInstanceOf(CheckResult.Forbidden.class);
    assertThat(requests.requestRebuild(teller, null, TRAIL))
        .isInstanceOf(CheckResult.Forbidden.class);
    assertThat(requests.byId(teller, check.kind(), check.id())).isEmpty();
    assertThat(requests.list(teller, check.kind(), null, 10)).isEmpty();
  }

  @Test
  void whoMayOnlyVerifyCorrectsNothing() {
    var verifier = new Caller("verifier", Set.of("ledger:verify"), null, null, Map.of());

    assertThat(requests.requestRebuild(verifier, "because", TRAIL))
        .isInstanceOf(CheckResult.Forbidden.class);
    assertThat(requests.requestRebuild(verifier, null, TRAIL))
        .isInstanceOf(CheckResult.Requested.class);
  }

  @Test
  void twoReplicasRunACheckOnce() throws Exception {
    requested(requests.requestVerification(ADMIN, TRAIL));
    var running = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                checks.runOpen(
                    check -> {
                      running.countDown();
                      await(mayEnd);
                      return new CheckReport(null, 0, null, 0, List.of(), 0);
                    }));
    await(running);

    Optional<LedgerCheck> second = runs.runOpen();
    mayEnd.countDown();

    assertThat(second).isEmpty();
    assertThat(first.get(30, TimeUnit.SECONDS).orElseThrow().status()).isEqualTo(Status.DONE);
  }

  @Test
  void aCheckWhoseReplicaHasDiedIsBegunAnewButNotForEver() {
    var check = requested(requests.requestVerification(ADMIN, TRAIL));
    for (var i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  checks.runOpen(
                      open -> {
                        throw new StackOverflowError("the server dies");
                      }))
          .isInstanceOf(StackOverflowError.class);
      assertThat(checks.find(check.kind(), check.id()).orElseThrow().status())
          .isEqualTo(Status.RUNNING);
    }

    var ended = runs.runOpen().orElseThrow();

    assertThat(ended.status()).isEqualTo(Status.FAILED);
    assertThat(ended.failure()).contains("3 times");
    assertThat(requests.requestVerification(ADMIN, TRAIL))
        .isInstanceOf(CheckResult.Requested.class);
  }

  @Test
  void aCheckThatFailsSaysSo() {
    requested(requests.requestVerification(ADMIN, TRAIL));

    var ended =
        checks
            .runOpen(
                open -> {
                  throw new IllegalStateException("no disk left");
                })
            .orElseThrow();

    assertThat(ended.status()).isEqualTo(Status.FAILED);
    assertThat(checks.latestDone(ended.kind())).isEmpty();
  }

  @Test
  void aRebuildFindsAndCorrectsWhatDiffers() throws SQLException {
    ledger.run(
        "update account_balance set booked = 1, held = 2, last_seq = 0, last_booked_at = null"
            + " where account_id = ?",
        anna);

    var dry = rebuilt(null);
    assertThat(dry.report().problems()).extracting(p -> p.kind()).contains(Kind.BALANCE, Kind.HELD);
    assertThat(dry.report().corrected()).isZero();
    assertThat(ledger.booked(anna)).isEqualTo(1);

    var corrected = rebuilt("restored from a wrong backup");
    assertThat(corrected.report().corrected()).isEqualTo(1);
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
    assertThat(ledger.held(anna)).isEqualTo(10_00);
    assertThat(rebuilt(null).report().foundNothing()).isTrue();
    assertThat(audit.verify().problems()).isEmpty();

    try (var connection = ledger.database.app().getConnection()) {
      var events = AccountEvents.store().read(connection, "balance/" + anna);
      var event = Json.read(events.get(0).data(), BalanceCorrected.class);
      assertThat(events).hasSize(1);
      assertThat(event.bookedBefore()).isEqualTo(eur(1));
      assertThat(event.bookedAfter()).isEqualTo(eur(100_00));
      assertThat(event.reason()).isEqualTo("restored from a wrong backup");
      assertThat(event.correctedBy()).isEqualTo("admin");
    }
  }

  @Test
  void entriesThatContradictEachOtherCorrectNothing() {
    ledger.tamper("update entry set amount = amount + 5 where account_id = ?", anna);

    var rebuild = rebuilt("hopefully");

    assertThat(rebuild.report().foundNothing()).isFalse();
    assertThat(rebuild.report().corrected()).isZero();
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
  }

  @Test
  void theTimeOfTheDailyVerificationIsASetting() {
    assertThat(LedgerCheckRunner.at("02:40")).contains(LocalTime.of(2, 40));
    assertThat(LedgerCheckRunner.at("off")).isEmpty();
    assertThatThrownBy(() -> LedgerCheckRunner.at("noon")).hasMessageContaining("02:40");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
