package org.corridor.account.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.NOON;
import static org.corridor.account.domain.ledger.Ledgers.USD;
import static org.corridor.account.domain.ledger.Ledgers.aFrozen;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aPosting;
import static org.corridor.account.domain.ledger.Ledgers.aRelease;
import static org.corridor.account.domain.ledger.Ledgers.aReversalOf;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;
import static org.corridor.account.domain.ledger.Ledgers.anAccount;
import static org.corridor.account.domain.ledger.Ledgers.anInternalAccount;
import static org.corridor.account.domain.ledger.Ledgers.eur;
import static org.corridor.account.domain.ledger.Ledgers.usd;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BooksTest {

  private final UUID anna = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();
  private final UUID cash = UUID.randomUUID();
  private final UUID dollars = UUID.randomUUID();
  private final UUID frozen = UUID.randomUUID();
  private final UUID capped = UUID.randomUUID();
  private final MemoryLedger ledger =
      new MemoryLedger(
          anAccount(anna, 100_00),
          anAccount(ben, 0),
          anInternalAccount(cash),
          new LedgerAccount(dollars, USD, 0, 0, null, null, true, true, 0, null),
          aFrozen(anAccount(frozen, 100_00)),
          new LedgerAccount(capped, Ledgers.EUR, 0, 0, 0L, 50_00L, true, true, 0, null));

  private Outcome apply(LedgerCommand command) {
    return ledger.apply(command, NOON);
  }

  private void assertRefused(LedgerCommand command, Refusal refusal) {
    var accounts = Map.copyOf(ledger.accounts);
    var holds = Map.copyOf(ledger.holds);

    assertThat(apply(command)).isEqualTo(new Refused(refusal));

    assertThat(ledger.accounts).isEqualTo(accounts);
    assertThat(ledger.holds).isEqualTo(holds);
  }

  @Nested
  class Postings {

    @Test
    void moveMoneyAndNumberTheEntriesOfEachAccount() {
      var posting = aTransfer(anna, ben, 30_00);

      var outcome = apply(posting);
      apply(aTransfer(ben, anna, 5_00));

      assertThat(outcome)
          .isEqualTo(new Outcome.Posted(posting.id(), NOON, LocalDate.of(2026, 11, 2), false));
      assertThat(ledger.booked(anna)).isEqualTo(75_00);
      assertThat(ledger.booked(ben)).isEqualTo(25_00);
      assertThat(ledger.journals.get(posting.id()).entries())
          .containsExactly(
              new Entry(anna, 1, eur(-30_00), eur(70_00)),
              new Entry(ben, 1, eur(30_00), eur(30_00)));
      assertThat(ledger.accounts.get(anna).lastSeq()).isEqualTo(2);
    }

    @Test
    void mayHaveManyLegsAndCurrencies() {
      var exchange =
          aPosting()
              .kind("EXCHANGE")
              .leg(anna, -50_00)
              .leg(cash, 50_00)
              .legs(new Leg(dollars, usd(55_00)), new Leg(UUID.randomUUID(), usd(-55_00)))
              .build();
      assertThat(exchange.fault()).isEmpty();
    }

    @Test
    void areNotMadeTwice() {
      var posting = aTransfer(anna, ben, 30_00);
      apply(posting);

      var again = ledger.apply(posting, NOON.plusSeconds(60));

      assertThat(again)
          .isEqualTo(new Outcome.Posted(posting.id(), NOON, LocalDate.of(2026, 11, 2), true));
      assertThat(ledger.booked(ben)).isEqualTo(30_00);
    }

    @Test
    void areTheSameWhateverTheOrderOfTheirLegsAndTheRequestTheyCameWith() {
      var posting = aTransfer(anna, ben, 30_00);
      var reordered =
          new Posting(
              posting.id(),
              posting.kind(),
              null,
              List.of(posting.legs().get(1), posting.legs().get(0)),
              null,
              null,
              "another request",
              Map.of());
      apply(posting);

      assertThat(apply(reordered))
          .isInstanceOfSatisfying(Outcome.Posted.class, p -> assertThat(p.replayed()).isTrue());
    }

    @Test
    void withAnIdThatWasUsedForAnotherAreRefused() {
      var posting = aTransfer(anna, ben, 30_00);
      apply(posting);

      assertRefused(
          aPosting().id(posting.id()).leg(anna, -30_01).leg(ben, 30_01).build(),
          new Refusal.PostingIdReused(posting.id()));
      assertRefused(
          aPosting().id(posting.id()).leg(anna, -30_00).leg(ben, 30_00).metadata("a", "b").build(),
          new Refusal.PostingIdReused(posting.id()));
    }

    @Test
    void thatWereRefusedMayPassLater() {
      var posting = aTransfer(ben, anna, 1_00);
      assertRefused(posting, new Refusal.InsufficientFunds(ben));
      apply(aTransfer(anna, ben, 1_00));

      assertThat(apply(posting)).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void cannotUseMoreThanIsAvailable() {
      assertRefused(aTransfer(anna, ben, 100_01), new Refusal.InsufficientFunds(anna));
      apply(aHold(anna, 60_00));
      assertRefused(aTransfer(anna, ben, 40_01), new Refusal.InsufficientFunds(anna));

      assertThat(apply(aTransfer(anna, ben, 40_00))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void mayUseTheOverdraft() {
      ledger.accounts.put(
          ben, new LedgerAccount(ben, Ledgers.EUR, 0, 0, -20_00L, null, true, true, 0, null));

      assertRefused(aTransfer(ben, anna, 20_01), new Refusal.InsufficientFunds(ben));
      assertThat(apply(aTransfer(ben, anna, 20_00))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void creditAnAccountThatIsBelowItsLimit() {
      ledger.accounts.put(
          ben, new LedgerAccount(ben, Ledgers.EUR, -50_00, 0, 0L, null, true, true, 0, null));

      assertThat(apply(aTransfer(anna, ben, 10_00))).isInstanceOf(Outcome.Posted.class);
      assertRefused(aTransfer(ben, anna, 1), new Refusal.InsufficientFunds(ben));
    }

    @Test
    void cannotFillAnAccountAboveItsCeiling() {
      assertRefused(aTransfer(anna, capped, 50_01), new Refusal.CeilingExceeded(capped));
      assertThat(apply(aTransfer(anna, capped, 50_00))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void neverLeadABalanceToOverflow() {
      for (var i = 0; i < 100; i++) {
        apply(aTransfer(cash, ben, Posting.MAX_LEG));
      }

      assertRefused(aTransfer(cash, ben, Posting.MAX_LEG), new Refusal.InsufficientFunds(cash));
      assertRefused(aTransfer(anna, ben, 1), new Refusal.CeilingExceeded(ben));
    }

    @Test
    void needAccountsThatExistInTheirCurrencyAndAreOpen() {
      var nobody = UUID.randomUUID();

      assertRefused(aTransfer(anna, nobody, 1), new Refusal.UnknownAccount(nobody));
      assertRefused(aTransfer(anna, dollars, 1), new Refusal.CurrencyMismatch(dollars, USD));
      assertRefused(aTransfer(anna, frozen, 1), new Refusal.AccountNotOpen(frozen));
      assertRefused(aTransfer(frozen, anna, 1), new Refusal.AccountNotOpen(frozen));
    }

    @Test
    void balanceInEachCurrency() {
      assertRefused(
          aPosting().leg(anna, -2).leg(ben, 1).build(), new Refusal.UnbalancedPosting(Ledgers.EUR));
      var mixed = aPosting().leg(anna, -1).legs(new Leg(dollars, usd(1))).build();
      assertThat(apply(mixed))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.refusal()).isInstanceOf(Refusal.UnbalancedPosting.class));
    }

    @Test
    void areWellFormed() {
      var malformed =
          List.of(
              aPosting().build(),
              aPosting().leg(anna, 1).build(),
              aPosting().leg(anna, 0).leg(ben, 0).build(),
              aPosting().leg(anna, 1).leg(anna, -1).build(),
              aTransfer(cash, anna, Posting.MAX_LEG + 1),
              aPosting().leg(anna, Long.MIN_VALUE).leg(ben, Long.MAX_VALUE).build(),
              aPosting().kind("transfer").leg(anna, -1).leg(ben, 1).build(),
              aPosting().leg(anna, -1).leg(ben, 1).metadata("a key", "x").build(),
              aPosting().leg(anna, -1).leg(ben, 1).metadata("k", "\0").build(),
              aPosting().leg(anna, -1).leg(ben, 1).metadata("k", "x".repeat(201)).build());

      for (var posting : malformed) {
        assertThat(apply(posting))
            .isInstanceOfSatisfying(
                Refused.class,
                refused ->
                    assertThat(refused.refusal()).isInstanceOf(Refusal.PostingMalformed.class));
      }
      assertThat(ledger.events).isEmpty();
    }

    @Test
    void areBookedNoEarlierThanTheLatestEntryOfTheirAccounts() {
      ledger.apply(aTransfer(anna, ben, 1), NOON);

      ledger.apply(aTransfer(anna, ben, 1), NOON.minusSeconds(1));

      assertThat(ledger.journals.values()).extracting(Journal::bookedAt).containsOnly(NOON);
    }

    @Test
    void leaveTheirNeighboursOfTheBatchAloneWhenRefused() {
      var outcomes =
          ledger.applyBatch(
              List.of(
                  aTransfer(anna, ben, 60_00),
                  aTransfer(anna, ben, 60_00),
                  aTransfer(ben, anna, 1)),
              NOON);

      assertThat(outcomes.get(0)).isInstanceOf(Outcome.Posted.class);
      assertThat(outcomes.get(1)).isEqualTo(new Refused(new Refusal.InsufficientFunds(anna)));
      assertThat(outcomes.get(2)).isInstanceOf(Outcome.Posted.class);
    }
  }

  @Nested
  class Reversals {

    @Test
    void undoAJournalOnce() {
      var posting = aTransfer(anna, ben, 30_00);
      apply(posting);

      assertThat(apply(aReversalOf(posting))).isInstanceOf(Outcome.Posted.class);

      assertThat(ledger.booked(anna)).isEqualTo(100_00);
      assertRefused(aReversalOf(posting), new Refusal.AlreadyReversed(posting.id()));
    }

    @Test
    void ofAJournalOfTheSameBatchWork() {
      var posting = aTransfer(anna, ben, 30_00);

      var outcomes =
          ledger.applyBatch(List.of(posting, aReversalOf(posting), aReversalOf(posting)), NOON);

      assertThat(outcomes.get(1)).isInstanceOf(Outcome.Posted.class);
      assertThat(outcomes.get(2)).isEqualTo(new Refused(new Refusal.AlreadyReversed(posting.id())));
    }

    @Test
    void mirrorTheLegsExactly() {
      var posting = aTransfer(anna, ben, 30_00);
      apply(posting);

      assertRefused(
          aPosting().leg(anna, 29_99).leg(ben, -29_99).reversing(posting.id()).build(),
          new Refusal.NotAReversalOf(posting.id()));
      assertRefused(
          aPosting().leg(cash, 30_00).leg(ben, -30_00).reversing(posting.id()).build(),
          new Refusal.NotAReversalOf(posting.id()));
    }

    @Test
    void needAJournalAndTheMoney() {
      var nothing = UUID.randomUUID();
      assertRefused(
          aPosting().leg(anna, -1).leg(ben, 1).reversing(nothing).build(),
          new Refusal.UnknownJournal(nothing));

      var posting = aTransfer(anna, ben, 30_00);
      apply(posting);
      apply(aTransfer(ben, cash, 1));
      assertRefused(aReversalOf(posting), new Refusal.InsufficientFunds(ben));
    }
  }

  @Nested
  class Holds {

    @Test
    void reserveWhatIsAvailable() {
      var hold = aHold(anna, 60_00);

      assertThat(apply(hold)).isInstanceOf(Outcome.HoldPlaced.class);

      assertThat(ledger.held(anna)).isEqualTo(60_00);
      assertRefused(aHold(anna, 40_01), new Refusal.InsufficientFunds(anna));
      assertThat(ledger.holds.get(hold.id()).expiresAt())
          .isEqualTo(NOON.plus(HoldPlacement.DEFAULT_LIFETIME));
    }

    @Test
    void arePlacedOnce() {
      var hold = aHold(anna, 60_00);
      apply(hold);

      assertThat(apply(hold))
          .isInstanceOfSatisfying(Outcome.HoldPlaced.class, p -> assertThat(p.replayed()).isTrue());

      assertThat(ledger.held(anna)).isEqualTo(60_00);
      assertRefused(
          new HoldPlacement(hold.id(), anna, eur(1), null, "test"),
          new Refusal.HoldIdReused(hold.id()));
    }

    @Test
    void areRefusedWhenMalformedOrTheAccountIsNotOpen() {
      var nobody = UUID.randomUUID();
      var now = new HoldPlacement(UUID.randomUUID(), anna, eur(1), NOON, "test");
      var far =
          new HoldPlacement(
              UUID.randomUUID(), anna, eur(1), NOON.plus(Duration.ofDays(91)), "test");

      for (var malformed : List.of(aHold(anna, 0), aHold(anna, -1), now, far)) {
        assertThat(apply(malformed))
            .isInstanceOfSatisfying(
                Refused.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("hold-malformed"));
      }
      assertRefused(aHold(nobody, 1), new Refusal.UnknownAccount(nobody));
      assertRefused(aHold(frozen, 1), new Refusal.AccountNotOpen(frozen));
      assertRefused(aHold(dollars, 1), new Refusal.CurrencyMismatch(dollars, USD));
    }

    @Test
    void areCapturedInFull() {
      var hold = aHold(anna, 60_00);
      apply(hold);

      apply(aPosting().leg(anna, -60_00).leg(ben, 60_00).capturing(hold.id()).build());

      assertThat(ledger.held(anna)).isZero();
      assertThat(ledger.booked(anna)).isEqualTo(40_00);
      assertThat(ledger.holds.get(hold.id()).status()).isEqualTo(HoldStatus.CAPTURED);
    }

    @Test
    void releaseTheRestOfAPartialCapture() {
      var hold = aHold(anna, 60_00);
      apply(hold);

      apply(aPosting().leg(anna, -20_00).leg(ben, 20_00).capturing(hold.id()).build());

      assertThat(ledger.held(anna)).isZero();
      assertRefused(
          aPosting().leg(anna, -1).leg(ben, 1).capturing(hold.id()).build(),
          new Refusal.HoldNotActive(hold.id(), HoldStatus.CAPTURED));
    }

    @Test
    void keepTheRestIfToldSo() {
      var hold = aHold(anna, 60_00);
      apply(hold);

      apply(
          aPosting()
              .leg(anna, -20_00)
              .leg(ben, 20_00)
              .capturingAndKeepingTheRestOf(hold.id())
              .build());

      assertThat(ledger.held(anna)).isEqualTo(40_00);
      assertRefused(
          aPosting().leg(anna, -40_01).leg(ben, 40_01).capturing(hold.id()).build(),
          new Refusal.HoldAmountExceeded(hold.id()));
      apply(
          aPosting()
              .leg(anna, -40_00)
              .leg(ben, 40_00)
              .capturingAndKeepingTheRestOf(hold.id())
              .build());
      assertThat(ledger.holds.get(hold.id()).status()).isEqualTo(HoldStatus.CAPTURED);
      assertThat(ledger.held(anna)).isZero();
    }

    @Test
    void payForADebitOfTheirOwnAccountOnly() {
      var hold = aHold(anna, 60_00);
      apply(hold);
      apply(aTransfer(cash, ben, 60_00));

      assertRefused(
          aPosting().leg(ben, -10_00).leg(cash, 10_00).capturing(hold.id()).build(),
          new Refusal.UnknownHold(hold.id()));
      assertRefused(
          aPosting().leg(ben, -10_00).leg(anna, 10_00).capturing(hold.id()).build(),
          new Refusal.UnknownHold(hold.id()));
    }

    @Test
    void areHonouredThoughTheLimitWasLoweredSince() {
      ledger.accounts.put(
          ben, new LedgerAccount(ben, Ledgers.EUR, 0, 0, -50_00L, null, true, true, 0, null));
      var hold = aHold(ben, 50_00);
      apply(hold);
      ledger.accounts.put(
          ben, new LedgerAccount(ben, Ledgers.EUR, 0, 50_00, 0L, null, true, true, 0, null));

      assertThat(apply(aPosting().leg(ben, -50_00).leg(cash, 50_00).capturing(hold.id()).build()))
          .isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void areReleasedOnce() {
      var hold = aHold(anna, 60_00);
      apply(hold);

      apply(aRelease(hold));
      var again = apply(aRelease(hold));

      assertThat(again)
          .isInstanceOfSatisfying(
              Outcome.HoldReleased.class, r -> assertThat(r.replayed()).isTrue());
      assertThat(ledger.held(anna)).isZero();
      assertRefused(
          aPosting().leg(anna, -1).leg(ben, 1).capturing(hold.id()).build(),
          new Refusal.HoldNotActive(hold.id(), HoldStatus.RELEASED));
      assertRefused(new HoldRelease(hold.id(), ben, "test"), new Refusal.UnknownHold(hold.id()));
    }

    @Test
    void canBeReleasedAlsoOfAFrozenAccount() {
      var hold = aHold(anna, 60_00);
      apply(hold);
      ledger.accounts.compute(anna, (id, account) -> aFrozen(account));

      assertRefused(
          aPosting().leg(anna, -1).leg(ben, 1).capturing(hold.id()).build(),
          new Refusal.AccountNotOpen(anna));
      assertThat(apply(aRelease(hold))).isInstanceOf(Outcome.HoldReleased.class);
      assertThat(ledger.held(anna)).isZero();
    }

    @Test
    void expireWhenTheirTimeHasCome() {
      var hold = new HoldPlacement(UUID.randomUUID(), anna, eur(60_00), NOON.plusSeconds(60), "t");
      apply(hold);
      var expiry = new HoldExpiry(hold.id(), anna, "test");

      assertThat(ledger.apply(expiry, NOON.plusSeconds(59)))
          .isInstanceOf(Outcome.HoldUnchanged.class);
      assertThat(ledger.held(anna)).isEqualTo(60_00);
      assertThat(
              ledger.apply(
                  aPosting().leg(anna, -1).leg(ben, 1).capturing(hold.id()).build(),
                  NOON.plusSeconds(60)))
          .isEqualTo(new Refused(new Refusal.HoldNotActive(hold.id(), HoldStatus.EXPIRED)));
      assertThat(ledger.apply(expiry, NOON.plusSeconds(60)))
          .isInstanceOf(Outcome.HoldExpired.class);
      assertThat(ledger.held(anna)).isZero();
      assertThat(ledger.apply(expiry, NOON.plusSeconds(61)))
          .isInstanceOf(Outcome.HoldUnchanged.class);
    }

    @Test
    void tellTheirLifeInEvents() {
      var hold = aHold(anna, 60_00);
      apply(hold);
      apply(aPosting().leg(anna, -1).leg(ben, 1).capturingAndKeepingTheRestOf(hold.id()).build());
      apply(aRelease(hold));

      assertThat(ledger.events)
          .filteredOn(event -> event.stream().equals("hold/" + hold.id()))
          .extracting(event -> event.version() + " " + event.event().type())
          .containsExactly(
              "1 account.hold-placed.v1",
              "2 account.hold-captured.v1",
              "3 account.hold-released.v1");
    }
  }
}
