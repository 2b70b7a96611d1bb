package org.corridor.account.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aPosting;
import static org.corridor.account.domain.ledger.Ledgers.aRelease;
import static org.corridor.account.domain.ledger.Ledgers.aReversalOf;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;
import static org.corridor.account.domain.ledger.Ledgers.eur;
import static org.corridor.account.infrastructure.ledger.LedgerDatabase.await;
import static org.corridor.account.infrastructure.ledger.LedgerDatabase.awaitAll;
import static org.corridor.account.infrastructure.ledger.LedgerDatabase.post;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.corridor.account.application.LedgerBusy;
import org.corridor.account.domain.ledger.HoldExpiry;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.account.domain.ledger.Refusal;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.groupcommit.GroupCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** One poster on a real database: what it writes is what the domain has decided. */
class PosterTest {

  private final LedgerDatabase ledger = LedgerDatabase.used();
  private QueuedLedger queue;
  private UUID cash;
  private UUID anna;
  private UUID ben;

  @BeforeEach
  void annaHasAHundredEuros() {
    queue = ledger.startReplica();
    cash = ledger.openInternalAccount();
    anna = ledger.openAccount();
    ben = ledger.openAccount();
    post(queue, aTransfer(cash, anna, 100_00));
  }

  @AfterEach
  void theBooksBalance() throws InterruptedException {
    ledger.stop();
    assertThat(ledger.sumOfAllEntries()).isZero();
    assertThat(ledger.accountsThatDoNotAgree()).isZero();
    assertThat(ledger.entriesThatDoNotAddUp()).isZero();
  }

  @Test
  void writesJournalEntriesBalancesAndEvent() throws Exception {
    var posting =
        aPosting().leg(anna, -30_00).leg(ben, 30_00).metadata("reference", "rent").build();

    post(queue, posting);

    assertThat(ledger.booked(anna)).isEqualTo(70_00);
    assertThat(ledger.number("select count(*) from entry where journal_id = ?", posting.id()))
        .isEqualTo(2);
    assertThat(
            ledger.number(
                "select count(*) from journal where id = ? and metadata ->> 'reference' = 'rent'"
                    + " and kind = 'TRANSFER' and correlation_id = 'test'",
                posting.id()))
        .isEqualTo(1);
    try (var connection = ledger.database.app().getConnection()) {
      var events = new EventStore("/account").read(connection, "journal/" + posting.id());
      assertThat(events).hasSize(1);
      assertThat(events.get(0).type()).isEqualTo("account.journal-posted.v1");
      assertThat(events.get(0).data()).contains("\"balanceAfter\":{\"amount\":\"70.00\"");
    }
  }

  @Test
  void remembersAcrossARestart() throws InterruptedException {
    var posting = aTransfer(anna, ben, 30_00);
    var first = (Outcome.Posted) post(queue, posting);
    ledger.stop();

    var again = (Outcome.Posted) post(ledger.startReplica(), posting);

    assertThat(again)
        .isEqualTo(new Outcome.Posted(posting.id(), first.bookedAt(), first.valueDate(), true));
    var other = aPosting().id(posting.id()).leg(anna, -1).leg(ben, 1).build();
    assertThat(post(ledger.startReplica(), other))
        .isEqualTo(new Refused(new Refusal.PostingIdReused(posting.id())));
  }

  @Test
  void carriesAHoldThroughItsLife() {
    var hold = aHold(anna, 60_00);
    post(queue, hold);
    assertThat(ledger.held(anna)).isEqualTo(60_00);
    assertThat(((Outcome.HoldPlaced) post(queue, hold)).replayed()).isTrue();

    post(
        queue,
        aPosting()
            .leg(anna, -10_00)
            .leg(ben, 10_00)
            .capturingAndKeepingTheRestOf(hold.id())
            .build());
    assertThat(ledger.held(anna)).isEqualTo(50_00);

    assertThat(post(queue, aRelease(hold))).isInstanceOf(Outcome.HoldReleased.class);
    assertThat(ledger.held(anna)).isZero();
    assertThat(ledger.number("select count(*) from event where stream = ?", "hold/" + hold.id()))
        .isEqualTo(3);
  }

  @Test
  void expiresAHoldWhoseTimeHasCome() throws InterruptedException {
    var soon = Instant.now().plusMillis(300);
    var hold = new HoldPlacement(UUID.randomUUID(), anna, eur(60_00), soon, "test");
    post(queue, hold);
    Thread.sleep(Duration.ofMillis(400).toMillis());

    assertThat(post(queue, new HoldExpiry(hold.id(), anna, "test")))
        .isInstanceOf(Outcome.HoldExpired.class);
    assertThat(ledger.held(anna)).isZero();
  }

  @Test
  void reversesAJournalOfAnEarlierBatchOnce() {
    var posting = aTransfer(anna, ben, 30_00);
    post(queue, posting);

    assertThat(post(queue, aReversalOf(posting))).isInstanceOf(Outcome.Posted.class);
    assertThat(post(queue, aReversalOf(posting)))
        .isEqualTo(new Refused(new Refusal.AlreadyReversed(posting.id())));
    assertThat(
            post(queue, aPosting().leg(anna, 1).leg(ben, -1).reversing(UUID.randomUUID()).build()))
        .isInstanceOf(Refused.class);
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
  }

  @Test
  void answersEachOfABatchByItself() {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (var i = 0; i < 500; i++) {
      answers.add(queue.submit(aTransfer(anna, ben, 1_00)));
    }

    var outcomes = awaitAll(answers);

    assertThat(outcomes).filteredOn(Outcome.Posted.class::isInstance).hasSize(100);
    assertThat(outcomes)
        .filteredOn(new Refused(new Refusal.InsufficientFunds(anna))::equals)
        .hasSize(400);
    assertThat(ledger.booked(ben)).isEqualTo(100_00);
  }

  @Test
  void isolatesACommandThatTheDatabaseRefuses() {
    var poisoned = aTransfer(anna, ben, 1);
    // a stream of the same name makes the insert of the event fail, whatever the domain says
    ledger.run(
        "insert into event (id, stream, version, type, occurred_at, correlation_id, data)"
            + " values (?, ?, 1, 'poison', now(), 'test', '{}')",
        UUID.randomUUID(),
        "journal/" + poisoned.id());
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (var i = 0; i < 50; i++) {
      answers.add(queue.submit(aTransfer(anna, ben, 1_00)));
    }
    var failed = queue.submit(poisoned);
    for (var i = 0; i < 50; i++) {
      answers.add(queue.submit(aTransfer(anna, ben, 1_00)));
    }

    assertThat(awaitAll(answers)).allMatch(Outcome.Posted.class::isInstance);
    assertThatThrownBy(() -> failed.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(PSQLException.class);
    assertThat(ledger.booked(ben)).isEqualTo(100_00);
  }

  @Test
  void saysNoAtOnceWhenTheQueueIsFull() {
    var full = aQueueOf(1);
    var waiting = full.submit(aTransfer(anna, ben, 1));

    var refused = full.submit(aTransfer(anna, ben, 1));

    assertThat(refused).isCompletedExceptionally();
    assertThatThrownBy(refused::get).hasCauseInstanceOf(LedgerBusy.class);
    assertThat(waiting).isNotDone();
  }

  @Test
  void aMalformedPostingTakesNoPlaceInTheQueue() {
    var idle = aQueueOf(1);

    var answer = idle.submit(aPosting().leg(anna, 1).build());

    assertThat(await(answer)).isInstanceOf(Refused.class);
    assertThat(idle.group().depth()).isZero();
  }

  /** Which nobody empties. */
  private static QueuedLedger aQueueOf(int capacity) {
    return new QueuedLedger(new GroupCommit.Settings(capacity, 1, 1, Duration.ofSeconds(1)));
  }

  @Test
  void theApplicationsRoleCanNeitherChangeNorDeleteHistory() {
    for (var forbidden :
        List.of(
            "update entry set amount = 1",
            "delete from entry",
            "truncate entry",
            "update journal set kind = 'X'",
            "delete from journal",
            "delete from hold",
            "update hold set amount = 1",
            "delete from account_balance",
            "update account_balance set currency = 'USD'",
            "update event set data = ''",
            "delete from event",
            "alter table entry add column x int",
            "drop trigger entries_balance on entry",
            "insert into entry_rest select * from entry")) {
      assertThatThrownBy(() -> ledger.run(forbidden))
          .as(forbidden)
          .hasRootCauseInstanceOf(PSQLException.class)
          .rootCause()
          .hasMessageMatching("ERROR: (permission denied for|must be owner of) .*");
    }
  }

  @Test
  void theDatabaseItselfRefusesEntriesThatDoNotBalance() {
    assertThatThrownBy(
            () ->
                ledger.run(
                    "insert into entry (account_id, booked_at, seq, journal_id, amount, currency,"
                        + " balance_after, value_date) values (?, now(), 99, ?, 1, 'EUR', 1,"
                        + " current_date)",
                    anna,
                    UUID.randomUUID()))
        .hasStackTraceContaining("entries do not sum to zero");
  }

  @Test
  void theDatabaseItselfRefusesEntriesThatAreCopiedAndDoNotBalance() throws Exception {
    var entry = "%s,2026-11-01T00:00:00Z,99,%s,1,EUR,1,2026-11-01".formatted(anna, ben);
    try (var connection = ledger.database.app().getConnection()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();

      assertThatThrownBy(
              () -> copy.copyIn("copy entry from stdin (format csv)", new StringReader(entry)))
          .hasMessageContaining("entries do not sum to zero");
    }
  }

  @Test
  void whatIsMoreThanAStatementIsGoodForIsCopiedAndBookedAlike() throws Exception {
    var many = 300;
    var postings = Stream.generate(() -> aTransfer(anna, ben, 1)).limit(many).toList();

    var outcomes =
        ((BatchDecided) post(queue, new PostingBatch(postings, false, "test"))).outcomes();

    assertThat(outcomes).hasSize(many).allMatch(Outcome.Posted.class::isInstance);
    assertThat(ledger.booked(anna)).isEqualTo(100_00 - many);
    assertThat(ledger.number("select count(*) from entry where account_id = ?", ben))
        .isEqualTo(many);
    var last = postings.get(many - 1).id();
    assertThat(
            ledger.number(
                "select count(*) from entry e join journal j on j.id = e.journal_id"
                    + " where j.id = ? and e.booked_at = j.booked_at and e.value_date = j.value_date"
                    + " and e.account_id = ? and e.seq = ? and e.balance_after = ?"
                    + " and e.amount = 1 and e.currency = 'EUR'",
                last,
                ben,
                (long) many,
                (long) many))
        .isEqualTo(1);
    try (var connection = ledger.database.app().getConnection()) {
      assertThat(new EventStore("/account").read(connection, "journal/" + last)).hasSize(1);
    }
  }

  @Test
  void entriesGoToThePartitionOfTheirMonth() {
    assertThat(ledger.number("select count(*) from entry where tableoid = 'entry_rest'::regclass"))
        .isZero();
    assertThat(ledger.number("select make_entry_partitions(current_date + 365, 1)")).isEqualTo(2);
    assertThat(ledger.number("select make_entry_partitions(current_date + 365, 1)")).isZero();
  }

  @Test
  void postsABatchInOneTransactionEachByItself() {
    var first = aTransfer(anna, ben, 60_00);
    var tooMuch = aTransfer(anna, ben, 60_00);
    var last = aTransfer(ben, cash, 10_00);
    var batch = new PostingBatch(List.of(first, tooMuch, last), false, "test");

    var outcomes = ((BatchDecided) post(queue, batch)).outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Posted.class);
    assertThat(outcomes.get(1)).isEqualTo(new Refused(new Refusal.InsufficientFunds(anna)));
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Posted.class);
    assertThat(ledger.booked(anna)).isEqualTo(40_00);
    assertThat(ledger.booked(ben)).isEqualTo(50_00);
    assertThat(
            ledger.number(
                "select count(distinct batch) from journal where id in (?, ?)",
                first.id(),
                last.id()))
        .isEqualTo(1);
  }

  @Test
  void whatIsRefusedOrWasPostedBeforeLeavesTheBalancesAsTheyWere() {
    var rent = aTransfer(anna, ben, 30_00);
    post(queue, rent);
    var never = ledger.openAccount();
    var nobody = UUID.randomUUID();
    var before = Stream.of(anna, ben, never).map(ledger::balanceRow).toList();

    var outcomes =
        ((BatchDecided)
                post(
                    queue,
                    new PostingBatch(
                        List.of(
                            rent,
                            aTransfer(anna, never, 70_01),
                            aTransfer(never, ben, 1),
                            aTransfer(nobody, ben, 1),
                            aPosting().leg(anna, -5).leg(ben, 4).build()),
                        false,
                        "test")))
            .outcomes();

    assertThat(((Outcome.Posted) outcomes.get(0)).replayed()).isTrue();
    assertThat(outcomes.subList(1, 5)).allMatch(Refused.class::isInstance);
    assertThat(Stream.of(anna, ben, never).map(ledger::balanceRow).toList()).isEqualTo(before);
  }

  @Test
  void whatIsRefusedAmongOthersLeavesWhatTheyHaveDone() {
    var never = ledger.openAccount();
    var frozen = ledger.openAccount();
    ledger.freeze(frozen);
    var asItWas = ledger.balanceRow(frozen);

    post(
        queue,
        new PostingBatch(
            List.of(
                aTransfer(anna, ben, 30_00),
                aTransfer(anna, frozen, 10_00),
                aTransfer(anna, never, 70_01),
                aTransfer(anna, never, 70_00)),
            false,
            "test"));

    assertThat(ledger.booked(anna)).isZero();
    assertThat(ledger.booked(never)).isEqualTo(70_00);
    assertThat(ledger.balanceRow(frozen)).isEqualTo(asItWas);
    assertThat(
            ledger.number(
                "select count(*) from account_balance b where account_id in (?, ?, ?)"
                    + " and last_booked_at = (select max(booked_at) from entry e"
                    + " where e.account_id = b.account_id)",
                anna,
                ben,
                never))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 900, 1_500})
  void noBalanceGoesBeyondItsBoundHoweverMuchIsPostedAtOnce(int postings) {
    var from = ledger.openInternalAccount();
    var to = ledger.openInternalAccount();
    var batch = new ArrayList<Posting>();
    for (var i = 0; i < postings; i++) {
      batch.add(aTransfer(from, to, Posting.MAX_LEG));
    }

    var outcomes = ((BatchDecided) post(queue, new PostingBatch(batch, false, "test"))).outcomes();

    assertThat(outcomes).filteredOn(Outcome.Posted.class::isInstance).hasSize(100);
    assertThat(ledger.booked(to)).isEqualTo(LedgerAccount.BOUND);
    assertThat(ledger.booked(from)).isEqualTo(-LedgerAccount.BOUND);
  }

  @Test
  void postsAllOfABatchOrNothing() {
    var good = aTransfer(anna, ben, 60_00);
    var tooMuch = aTransfer(anna, ben, 60_00);

    var refused =
        ((BatchDecided) post(queue, new PostingBatch(List.of(good, tooMuch), true, "test")))
            .outcomes();

    assertThat(refused)
        .containsExactly(
            new Refused(new Refusal.BatchRefused()),
            new Refused(new Refusal.InsufficientFunds(anna)));
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
    assertThat(ledger.number("select count(*) from journal where id = ?", good.id())).isZero();

    var batch = new PostingBatch(List.of(good, aTransfer(ben, cash, 60_00)), true, "test");
    var posted = ((BatchDecided) post(queue, batch)).outcomes();
    var again = ((BatchDecided) post(queue, batch)).outcomes();

    assertThat(posted).allMatch(o -> o instanceof Outcome.Posted p && !p.replayed());
    assertThat(again).allMatch(o -> o instanceof Outcome.Posted p && p.replayed());
    assertThat(ledger.booked(anna)).isEqualTo(40_00);
  }

  @Test
  void aBatchAsLargeAsThereMayBeIsPosted() {
    var postings = new ArrayList<Posting>();
    for (var i = 0; i < PostingBatch.MAX_POSTINGS; i++) {
      postings.add(aTransfer(cash, ben, 1));
    }

    var outcomes =
        ((BatchDecided) post(queue, new PostingBatch(postings, true, "test"))).outcomes();

    assertThat(outcomes)
        .hasSize(PostingBatch.MAX_POSTINGS)
        .allMatch(Outcome.Posted.class::isInstance);
    assertThat(ledger.booked(ben)).isEqualTo(PostingBatch.MAX_POSTINGS);
  }

  @Test
  void aBatchThatIsEmptyOrHasAnIdTwiceIsRefusedAsAWhole() {
    var posting = aTransfer(anna, ben, 1);

    assertThat(post(queue, new PostingBatch(List.of(), false, "test"))).isInstanceOf(Refused.class);
    assertThat(post(queue, new PostingBatch(List.of(posting, posting), false, "test")))
        .isInstanceOf(Refused.class);
    assertThat(ledger.booked(anna)).isEqualTo(100_00);
  }
}
