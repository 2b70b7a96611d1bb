package org.corridor.account.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aPosting;
import static org.corridor.account.domain.ledger.Ledgers.aRelease;
import static org.corridor.account.domain.ledger.Ledgers.aReversalOf;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;
import static org.corridor.account.infrastructure.ledger.LedgerDatabase.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.account.domain.ledger.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Conflicting commands at the same instant, through two replicas on the same database. */
class PosterRaceTest {

  private static final int THREADS = 16;
  private static final int ACCOUNTS = 400;

  private final LedgerDatabase ledger = LedgerDatabase.used();
  private List<QueuedLedger> replicas;
  private UUID cash;
  private UUID anna;
  private UUID ben;

  @BeforeEach
  void twoReplicas() {
    // small batches, so that the replicas really alternate
    replicas = List.of(ledger.startReplica(7), ledger.startReplica(7));
    cash = ledger.openInternalAccount();
    anna = ledger.openAccount();
    ben = ledger.openAccount();
    post(replicas.get(0), aTransfer(cash, anna, 100_00));
  }

  @AfterEach
  void theBooksBalance() throws InterruptedException {
    ledger.stop();
    assertThat(ledger.sumOfAllEntries()).isZero();
    assertThat(ledger.accountsThatDoNotAgree()).isZero();
    assertThat(ledger.entriesThatDoNotAddUp()).isZero();
  }

  /** All at once, in turns to the one replica and the other. */
  private List<Outcome> race(int count, IntFunction<LedgerCommand> commands)
      throws InterruptedException, ExecutionException {
    var threads = Executors.newFixedThreadPool(THREADS);
    var start = new CountDownLatch(1);
    try {
      var running = new ArrayList<Future<Outcome>>();
      for (var i = 0; i < count; i++) {
        var command = commands.apply(i);
        var replica = replicas.get(i % 2);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return postUntilAnswered(replica, command);
                }));
      }
      start.countDown();
      var outcomes = new ArrayList<Outcome>();
      for (var answer : running) {
        outcomes.add(answer.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static long posted(List<Outcome> outcomes) {
    return outcomes.stream().filter(Outcome.Posted.class::isInstance).count();
  }

  @Test
  void theSamePostingFiftyTimesMovesMoneyOnce() throws Exception {
    var posting = aTransfer(anna, ben, 30_00);

    var outcomes = race(50, i -> posting);

    assertThat(posted(outcomes)).isEqualTo(50);
    assertThat(outcomes).filteredOn(outcome -> !((Outcome.Posted) outcome).replayed()).hasSize(1);
    assertThat(ledger.booked(ben)).isEqualTo(30_00);
  }

  @Test
  void ofTheSameIdWithDifferentContentsOneIsPosted() throws Exception {
    var id = UUID.randomUUID();
    var others = new ArrayList<UUID>();
    for (var i = 0; i < 20; i++) {
      others.add(ledger.openAccount());
    }

    // no account in common but by pairs: nothing but the id itself puts them in order
    var outcomes = race(20, i -> aPosting().id(id).leg(cash, -1).leg(others.get(i), 1).build());
    var pairs = new ArrayList<UUID>();
    for (var i = 0; i < 10; i++) {
      pairs.add(UUID.randomUUID());
    }
    var apart =
        race(
            20,
            i ->
                aPosting()
                    .id(pairs.get(i / 2))
                    .leg(ledger.openInternalAccount(), -1)
                    .leg(others.get(i), 1)
                    .build());

    assertThat(posted(outcomes)).isEqualTo(1);
    assertThat(outcomes)
        .filteredOn(new Refused(new Refusal.PostingIdReused(id))::equals)
        .hasSize(19);
    assertThat(posted(apart)).isEqualTo(10);
  }

  @Test
  void fiftyWithdrawalsOfAllTheMoneyEmptyTheAccountOnce() throws Exception {
    var outcomes = race(50, i -> aTransfer(anna, cash, 100_00));

    assertThat(posted(outcomes)).isEqualTo(1);
    assertThat(outcomes)
        .filteredOn(new Refused(new Refusal.InsufficientFunds(anna))::equals)
        .hasSize(49);
  }

  @Test
  void noTwoBatchesLockEachOtherOut() throws Exception {
    var accounts = new ArrayList<UUID>();
    for (var i = 0; i < ACCOUNTS; i++) {
      accounts.add(ledger.openInternalAccount());
    }
    var random = new Random(7);
    var deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
    var before = ledger.number(deadlocks);

    // a group that has a hold in it locks in the one way, all others in the other
    replicas = List.of(ledger.startReplica(1_000), ledger.startReplica(1_000));
    var outcomes =
        race(
            200,
            i -> {
              if (i % 4 == 0) {
                return aHold(accounts.get(random.nextInt(ACCOUNTS)), 1);
              }
              var postings = new ArrayList<Posting>();
              for (var n = 0; n < 200; n++) {
                var from = random.nextInt(ACCOUNTS);
                var to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
                postings.add(aTransfer(accounts.get(from), accounts.get(to), 1));
              }
              return new PostingBatch(postings, false, "test");
            });

    assertThat(outcomes).noneMatch(Refused.class::isInstance);
    // PostgreSQL counts what a connection saw when that is closed, or idle for a second
    ledger.stop();
    Thread.sleep(1_500);
    assertThat(ledger.number(deadlocks)).isEqualTo(before);
  }

  @RepeatedTest(5)
  void aHoldIsCapturedOrReleasedNeverBoth() throws Exception {
    var hold = aHold(anna, 100_00);
    post(replicas.get(0), hold);
    var capture = aPosting().leg(anna, -100_00).leg(ben, 100_00).capturing(hold.id()).build();

    var outcomes = race(2, i -> i == 0 ? capture : aRelease(hold));

    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
    assertThat(ledger.held(anna)).isZero();
    assertThat(ledger.booked(ben)).isEqualTo(posted(outcomes) * 100_00);
  }

  @RepeatedTest(5)
  void aHoldIsCapturedOnce() throws Exception {
    var hold = aHold(anna, 100_00);
    post(replicas.get(0), hold);

    var outcomes =
        race(8, i -> aPosting().leg(anna, -50_00).leg(ben, 50_00).capturing(hold.id()).build());

    assertThat(posted(outcomes)).isEqualTo(1);
    assertThat(ledger.booked(ben)).isEqualTo(50_00);
  }

  @Test
  void ofHoldsWithTheSameIdOnDifferentAccountsOneIsPlaced() throws Exception {
    var id = UUID.randomUUID();
    var internal = new ArrayList<UUID>();
    for (var i = 0; i < 10; i++) {
      internal.add(ledger.openInternalAccount());
    }

    var outcomes =
        race(
            10, i -> new HoldPlacement(id, internal.get(i), aHold(anna, 1).amount(), null, "test"));

    assertThat(outcomes).filteredOn(Outcome.HoldPlaced.class::isInstance).hasSize(1);
  }

  @RepeatedTest(5)
  void aJournalIsReversedOnce() throws Exception {
    var posting = aTransfer(anna, ben, 30_00);
    post(replicas.get(0), posting);
    post(replicas.get(0), aTransfer(cash, ben, 100_00));

    var outcomes = race(8, i -> aReversalOf(posting));

    assertThat(posted(outcomes)).isEqualTo(1);
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
  }

  @Test
  void oppositeTransfersNeverDeadlock() throws Exception {
    post(replicas.get(0), aTransfer(cash, ben, 100_00));

    var outcomes = race(400, i -> i % 3 == 0 ? aTransfer(anna, ben, 1) : aTransfer(ben, anna, 1));

    assertThat(posted(outcomes)).isEqualTo(400);
  }

  @Test
  void manyAccountsAndOneHotOneStayRight() throws Exception {
    var seed = System.nanoTime();
    var random = new Random(seed);
    var accounts = new ArrayList<UUID>(List.of(anna, ben));
    for (var i = 0; i < 8; i++) {
      accounts.add(ledger.openAccount());
    }

    var outcomes =
        race(
            1500,
            i -> {
              var from = accounts.get(random.nextInt(accounts.size()));
              return i % 2 == 0
                  ? aTransfer(cash, from, 1 + random.nextInt(500))
                  : aTransfer(from, cash, 1 + random.nextInt(900));
            });

    assertThat(posted(outcomes)).as("seed " + seed).isGreaterThan(750);
  }

  @Test
  void nothingIsPostedOnAnAccountOnceItIsFrozen() throws Exception {
    var postedBefore = new long[1];
    var frozen = new Thread(() -> freezeWhileCounting(postedBefore));

    frozen.start();
    race(300, i -> aTransfer(cash, anna, 1));
    frozen.join();

    assertThat(ledger.number("select last_seq from account_balance where account_id = ?", anna))
        .isEqualTo(postedBefore[0]);
  }

  /** As the use case does: with the balance row locked, decide, change, commit. */
  private void freezeWhileCounting(long[] postedBefore) {
    try (var connection = ledger.database.app().getConnection()) {
      Thread.sleep(30);
      connection.setAutoCommit(false);
      try (var lock =
          connection.prepareStatement(
              "select last_seq from account_balance where account_id = ? for update")) {
        lock.setObject(1, anna);
        try (var rows = lock.executeQuery()) {
          rows.next();
          postedBefore[0] = rows.getLong(1);
        }
      }
      LedgerDatabase.run(
          connection,
          "update account_balance set may_debit = false, may_credit = false where account_id = ?",
          anna);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void connectionsThatAreKilledLoseAndDoubleNothing() throws Exception {
    var stop = new AtomicBoolean();
    var killer = new Thread(() -> killConnectionsUntil(stop));
    killer.start();

    var commands = new ArrayList<LedgerCommand>();
    for (var i = 0; i < 600; i++) {
      commands.add(aTransfer(cash, ben, 1));
    }
    var outcomes = race(600, commands::get);
    stop.set(true);
    killer.join();

    assertThat(posted(outcomes)).isEqualTo(600);
    assertThat(ledger.booked(ben)).isEqualTo(600);
  }

  /** What every caller of the ledger does: gives the same command again until it has an answer. */
  private static Outcome postUntilAnswered(QueuedLedger replica, LedgerCommand command) {
    for (var attempt = 0; ; attempt++) {
      try {
        return post(replica, command);
      } catch (IllegalStateException unanswered) {
        if (attempt == 20) {
          throw unanswered;
        }
      }
    }
  }

  private void killConnectionsUntil(AtomicBoolean stop) {
    var random = new Random();
    try (Connection another = ledger.database.app().getConnection()) {
      while (!stop.get()) {
        // a role may end the sessions of its own
        LedgerDatabase.run(
            another,
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                + " and datname = current_database() and usename = current_user");
        Thread.sleep(20 + random.nextInt(200));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theSameBatchTwentyTimesMovesMoneyOnce() throws Exception {
    for (var allOrNothing : new boolean[] {true, false}) {
      var batch =
          new PostingBatch(
              List.of(aTransfer(anna, ben, 10_00), aTransfer(anna, ben, 5_00)),
              allOrNothing,
              "test");
      var before = ledger.booked(ben);

      var outcomes = race(20, i -> batch);

      assertThat(outcomes).allMatch(outcome -> posted(each(outcome)) == 2);
      assertThat(ledger.booked(ben)).isEqualTo(before + 15_00);
    }
  }

  @Test
  void ofBatchesThatTogetherAreTooMuchOneIsPostedWholly() throws Exception {
    var outcomes =
        race(
            20,
            i ->
                new PostingBatch(
                    List.of(aTransfer(anna, ben, 30_00), aTransfer(anna, ben, 30_00)),
                    true,
                    "test"));

    assertThat(outcomes).filteredOn(outcome -> posted(each(outcome)) == 2).hasSize(1);
    assertThat(outcomes).filteredOn(outcome -> posted(each(outcome)) == 0).hasSize(19);
    assertThat(ledger.booked(anna)).isEqualTo(40_00);
  }

  @Test
  void aBatchAndWithdrawalsOfTheSameMoneyNeverTakeItTwice() throws Exception {
    var outcomes =
        race(
            40,
            i ->
                i % 4 == 0
                    ? new PostingBatch(
                        List.of(aTransfer(anna, ben, 40_00), aTransfer(anna, cash, 40_00)),
                        true,
                        "test")
                    : aTransfer(anna, cash, 15_00));

    var byBatch = outcomes.stream().filter(BatchDecided.class::isInstance).toList();
    assertThat(byBatch).allMatch(outcome -> posted(each(outcome)) % 2 == 0);
    var batches = byBatch.stream().filter(outcome -> posted(each(outcome)) == 2).count();
    assertThat(ledger.booked(anna)).isEqualTo(100_00 - 80_00 * batches - 15_00 * posted(outcomes));
    assertThat(ledger.booked(anna)).isNotNegative();
  }

  private static List<Outcome> each(Outcome outcome) {
    return ((BatchDecided) outcome).outcomes();
  }
}
