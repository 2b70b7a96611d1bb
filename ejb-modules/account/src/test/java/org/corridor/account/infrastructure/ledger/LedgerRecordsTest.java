package org.corridor.account.infrastructure.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aPosting;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;
import static org.corridor.account.domain.ledger.Ledgers.eur;
import static org.corridor.account.infrastructure.ledger.LedgerDatabase.post;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.application.ExpireHolds;
import org.corridor.account.application.StatementLine;
import org.corridor.account.application.StatementWindow;
import org.corridor.account.application.StatementWindow.Place;
import org.corridor.account.domain.ledger.HoldPlacement;
import org.corridor.account.domain.ledger.HoldStatus;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Posting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerRecordsTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR_AWAY = Instant.parse("2100-01-01T00:00:00Z");

  private final LedgerDatabase ledger = LedgerDatabase.empty();
  private final JdbcLedgerRecords records = new JdbcLedgerRecords(ledger.database.app());
  private QueuedLedger queue;
  private UUID cash;
  private UUID anna;

  @BeforeEach
  void anAccount() {
    queue = ledger.startReplica();
    cash = ledger.openInternalAccount();
    anna = ledger.openAccount();
  }

  @AfterEach
  void stop() {
    ledger.stop();
  }

  private Outcome.Posted payIn(long cents) {
    return (Outcome.Posted) post(queue, aTransfer(cash, anna, cents));
  }

  @Test
  void tellsTheBalanceAtAnyMoment() {
    assertThat(records.bookedBefore(anna, FAR_AWAY)).isZero();
    var first = payIn(10_00);
    var second = payIn(5_00);
    assertThat(second.bookedAt()).isAfter(first.bookedAt());

    assertThat(records.bookedBefore(anna, first.bookedAt())).isZero();
    assertThat(records.bookedBefore(anna, first.bookedAt().plusNanos(1_000))).isEqualTo(10_00);
    assertThat(records.bookedBefore(anna, second.bookedAt())).isEqualTo(10_00);
    assertThat(records.bookedBefore(anna, FAR_AWAY)).isEqualTo(15_00);
    assertThat(records.account(anna).orElseThrow().booked()).isEqualTo(15_00);
  }

  @Test
  void tellsTheBalanceByValueDate() {
    var today = payIn(10_00).valueDate();
    var tomorrow = today.plusDays(1);
    var later = aTransfer(cash, anna, 5_00);
    post(queue, onValueDate(later, tomorrow));

    assertThat(records.bookedByValueDate(anna, today.minusDays(1))).isZero();
    assertThat(records.bookedByValueDate(anna, today)).isEqualTo(10_00);
    assertThat(records.bookedByValueDate(anna, tomorrow)).isEqualTo(15_00);
  }

  private static Posting onValueDate(Posting posting, LocalDate day) {
    return new Posting(
        posting.id(),
        posting.kind(),
        day,
        posting.legs(),
        null,
        null,
        posting.correlationId(),
        Map.of());
  }

  @Test
  void listsTheEntriesOfAStatementPageByPage() {
    var posting = aPosting().leg(cash, -1).leg(anna, 1).metadata("reference", "first").build();
    post(queue, posting);
    for (var i = 2; i <= 5; i++) {
      payIn(i);
    }

    var all = records.lines(anna, new StatementWindow(LONG_AGO, FAR_AWAY, null), 10);
    var first = records.lines(anna, new StatementWindow(LONG_AGO, FAR_AWAY, null), 2);
    var place = new Place(first.get(1).bookedAt(), first.get(1).seq());
    var rest = records.lines(anna, new StatementWindow(LONG_AGO, FAR_AWAY, place), 10);

    assertThat(all).extracting(StatementLine::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(all.get(4).balanceAfter()).isEqualTo(eur(15));
    assertThat(first).isEqualTo(all.subList(0, 2));
    assertThat(rest).isEqualTo(all.subList(2, 5));
    assertThat(all.get(0).metadata()).isEqualTo(Map.of("reference", "first"));
    assertThat(all.get(0).kind()).isEqualTo("TRANSFER");
    var window = new StatementWindow(all.get(1).bookedAt(), all.get(3).bookedAt(), null);
    assertThat(records.lines(anna, window, 10)).isEqualTo(all.subList(1, 3));
  }

  @Test
  void findsAJournalWithItsEntries() {
    var posting = aPosting().leg(cash, -1).leg(anna, 1).metadata("a", "b").build();
    post(queue, posting);

    var journal = records.journal(posting.id()).orElseThrow();

    assertThat(journal.legs()).containsExactlyInAnyOrderElementsOf(posting.legs());
    assertThat(journal.fingerprint()).isEqualTo(posting.fingerprint());
    assertThat(journal.metadata()).isEqualTo(posting.metadata());
    assertThat(records.journal(UUID.randomUUID())).isEmpty();
  }

  @Test
  void addsUpAllBalances() {
    payIn(10_00);

    assertThat(records.trialBalance())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.currency()).isEqualTo("EUR");
              assertThat(line.accounts()).isEqualTo(2);
              assertThat(line.credits()).isEqualTo(BigInteger.valueOf(10_00));
              assertThat(line.difference()).isZero();
            });
  }

  @Test
  void holdsExpireByThemselves() throws InterruptedException {
    payIn(10_00);
    var soon = Instant.now().plusMillis(200);
    var due = new HoldPlacement(UUID.randomUUID(), anna, eur(1_00), soon, "test");
    var lasting = aHold(anna, 2_00);
    post(queue, due);
    post(queue, lasting);
    var early = new ExpireHolds(records, queue, Clock.fixed(soon.minusMillis(1), ZoneOffset.UTC));
    var expiry = new ExpireHolds(records, queue, Clock.systemUTC());

    assertThat(early.expireDue("test")).isZero();
    while (!Instant.now().isAfter(soon)) {
      Thread.sleep(10);
    }

    assertThat(expiry.expireDue("test")).isEqualTo(1);
    assertThat(expiry.expireDue("test")).isZero();
    assertThat(records.hold(due.id()).orElseThrow().status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(records.hold(lasting.id()).orElseThrow().status()).isEqualTo(HoldStatus.ACTIVE);
    assertThat(ledger.held(anna)).isEqualTo(2_00);
    assertThat(records.dueHolds(FAR_AWAY, 10))
        .extracting(hold -> hold.id())
        .isEqualTo(List.of(lasting.id()));
  }
}
