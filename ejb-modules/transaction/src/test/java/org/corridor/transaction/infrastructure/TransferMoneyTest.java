package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.eur;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;

import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.HandleCash.Cash;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveRequest;
import org.corridor.transaction.application.RequestKey;
import org.corridor.transaction.application.TransferMoney.Destination;
import org.corridor.transaction.application.TransferMoney.Transfer;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.junit.jupiter.api.Test;

class TransferMoneyTest {

  private final World world = new World();

  @Test
  void aCustomerPaysFromItsOwnAccountToAnybodys() {
    world.ledger.setBalance(world.annas, 100_00);

    var paid = made(world.transfers.transfer(request(world.anna), world.toBen(40_00)));

    assertThat(paid.status()).isEqualTo(Status.PAID);
    assertThat(world.ledger.balance(world.annas)).isEqualTo(60_00);
    assertThat(world.ledger.balance(world.bens)).isEqualTo(40_00);
    assertThat(world.read(paid.id())).isEqualTo(paid);
    assertThat(world.reading.history(world.anna, paid.id()).orElseThrow())
        .extracting(step -> step.to())
        .containsExactly(Status.CREATED, Status.PAID);
    assertThat(world.used(world.annas, "TRANSFER")).isEqualTo(40_00);
    assertThat(world.count("select count(*) from pending_order")).isZero();
    assertThat(world.counted).containsEntry("TRANSFER PAID", 1);
  }

  @Test
  void findsTheDestinationByItsNumberToo() {
    world.ledger.setBalance(world.annas, 100_00);
    var transfer = new Transfer(world.annas.id(), new Destination(null, "DE02"), eur(1), null);

    var paid = made(world.transfers.transfer(request(world.anna), transfer));

    assertThat(paid.movement().destination().accountId()).isEqualTo(world.bens.id());
  }

  @Test
  void isDeclinedWithoutFundsAndGivesTheDaysShareBack() {
    var declined = made(world.transfers.transfer(request(world.anna), world.toBen(1)));

    assertThat(declined.status()).isEqualTo(Status.DECLINED);
    assertThat(declined.refusal().orElseThrow().code()).isEqualTo("insufficient-funds");
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
  }

  @Test
  void isDeclinedByTheLedgerIfAnAccountIsNotOpen() {
    world.ledger.setBalance(world.annas, 100_00);
    world.ledger.freeze(world.bens);

    var declined = made(world.transfers.transfer(request(world.anna), world.toBen(1)));

    assertThat(declined.refusal().orElseThrow().code()).isEqualTo("account-not-open");
    assertThat(world.used(world.annas, "TRANSFER")).isZero();
  }

  @Test
  void givesTheFirstAnswerAgainAlsoWhenItWasDeclined() {
    var request = request(world.anna, "k");
    var declined = made(world.transfers.transfer(request, world.toBen(1)));
    world.ledger.setBalance(world.annas, 100_00);

    var again = world.transfers.transfer(request, world.toBen(1));

    assertThat(again).isEqualTo(new MoveOutcome.Made(declined, true));
    assertThat(world.ledger.journals()).isZero();
  }

  @Test
  void givesTheFirstAnswerAgainThoughTheTransactionHasMovedOn() {
    world.ledger.setBalance(world.annas, 100_00);
    var request = request(world.anna, "k");
    var paid = made(world.transfers.transfer(request, world.toBen(1)));
    made(world.reversals.reverse(request(world.admin), paid.id(), null));
    world.ledger.freeze(world.annas);

    assertThat(world.read(paid.id()).status()).isEqualTo(Status.REVERSED);
    assertThat(world.transfers.transfer(request, world.toBen(1)))
        .isEqualTo(new MoveOutcome.Made(paid, true));
  }

  @Test
  void refusesAKeyThatCameWithAnotherRequest() {
    world.ledger.setBalance(world.annas, 100_00);
    made(world.transfers.transfer(request(world.anna, "Aa"), world.toBen(1)));
    var other = request(world.anna, "k");
    var sameKey =
        new MoveRequest(world.anna, new RequestKey("anna", "Aa", "ffff"), other.correlationId());

    assertThat(world.transfers.transfer(sameKey, world.toBen(2)))
        .isEqualTo(new MoveOutcome.KeyReused());
    assertThat(world.ledger.journals()).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoSenseAndWritesNothing() {
    world.ledger.setBalance(world.annas, 100_00);
    var inDollars = world.ledger.open("US01", world.bensClient, "MUC", "USD");

    assertRefused("amount-not-positive", "/amount", t -> with(t, eur(0)));
    assertRefused("amount-not-positive", "/amount", t -> with(t, eur(-1)));
    assertRefused("currency-mismatch", "/sourceAccountId", t -> with(t, Money.of(1, "USD")));
    assertRefused("currency-mismatch", "/destinationAccountId", t -> to(t, inDollars.id()));
    assertRefused("same-account", "/destinationAccountId", t -> to(t, world.annas.id()));
    assertRefused("unknown-account", "/destinationAccountId", t -> to(t, UUID.randomUUID()));
    assertRefused("unknown-account", "/destinationAccountId", t -> to(t, world.till.id()));
    assertRefused("unknown-account", "/sourceAccountId", t -> from(t, UUID.randomUUID()));
    assertRefused("unknown-account", "/sourceAccountId", t -> from(t, world.bens.id()));
    assertRefused("unknown-account", "/sourceAccountId", t -> from(t, world.till.id()));
    assertRefused("transaction-limit-exceeded", "/amount", t -> with(t, eur(10_000_01)));

    assertThat(world.count("select count(*) from event")).isZero();
    assertThat(world.count("select count(*) from idempotency_key")).isZero();
    assertThat(world.count("select count(*) from daily_usage")).isZero();
  }

  @Test
  void aTellerSpendsForItsBranchOnly() {
    world.ledger.setBalance(world.annas, 100_00);
    world.ledger.setBalance(world.bens, 100_00);
    var fromBen =
        new Transfer(world.bens.id(), new Destination(world.annas.id(), null), eur(1), null);

    assertThat(made(world.transfers.transfer(request(world.teller), world.toBen(1))).status())
        .isEqualTo(Status.PAID);
    assertThat(world.transfers.transfer(request(world.teller), fromBen))
        .isInstanceOf(MoveOutcome.Refused.class);
    assertThat(made(world.transfers.transfer(request(world.admin), fromBen)).status())
        .isEqualTo(Status.PAID);
  }

  @Test
  void theDaysLimitHoldsForTheDayAndTheAccount() {
    world.ledger.setBalance(world.annas, 50_000_00);
    world.execute(
        "update transaction_limit set approval_above = 1000000 where audience = 'CUSTOMER'");
    made(world.transfers.transfer(request(world.anna), world.toBen(10_000_00)));
    made(world.transfers.transfer(request(world.anna), world.toBen(9_999_99)));

    var over = world.transfers.transfer(request(world.anna), world.toBen(2));
    assertThat(over).isInstanceOf(MoveOutcome.Refused.class);
    assertThat(((MoveOutcome.Refused) over).code()).isEqualTo("daily-limit-exceeded");
    assertThat(made(world.transfers.transfer(request(world.anna), world.toBen(1))).status())
        .isEqualTo(Status.PAID);

    world.clock.advance(Duration.ofHours(12));
    assertThat(made(world.transfers.transfer(request(world.anna), world.toBen(2))).status())
        .isEqualTo(Status.PAID);
  }

  @Test
  void cashGoesThroughTheTillOfTheTellersBranch() {
    var deposit = made(world.cash.deposit(request(world.teller), world.cashForAnna(500_00)));
    assertThat(deposit.movement().kind()).isEqualTo(Kind.DEPOSIT);
    assertThat(world.ledger.balance(world.till)).isEqualTo(-500_00);

    var withdrawal = made(world.cash.withdraw(request(world.teller), world.cashForAnna(200_00)));
    assertThat(withdrawal.status()).isEqualTo(Status.PAID);
    assertThat(world.ledger.balance(world.till)).isEqualTo(-300_00);
    assertThat(world.ledger.balance(world.annas)).isEqualTo(300_00);
    assertThat(world.used(world.annas, "DEPOSIT")).isEqualTo(500_00);

    assertThat(made(world.cash.withdraw(request(world.teller), world.cashForAnna(300_01))).status())
        .isEqualTo(Status.DECLINED);
  }

  @Test
  void cashIsRefusedToCustomersAndAtOtherBranches() {
    var inMunich = new Cash(world.annas.id(), eur(1), "MUC", null);
    var forBen = new Cash(world.bens.id(), eur(1), null, null);

    assertThat(world.cash.deposit(request(world.anna), world.cashForAnna(1)))
        .isInstanceOf(MoveOutcome.Forbidden.class);
    assertThat(world.cash.deposit(request(world.teller), inMunich))
        .isInstanceOf(MoveOutcome.Forbidden.class);
    assertCode(world.cash.deposit(request(world.teller), forBen), "unknown-account");
    assertCode(world.cash.deposit(request(world.admin), world.cashForAnna(1)), "branch-required");
    assertCode(world.cash.deposit(request(world.admin), inMunich), "no-cash-account");
    assertThat(world.count("select count(*) from event")).isZero();
  }

  private void assertRefused(String code, String pointer, UnaryOperator<Transfer> fault) {
    var outcome = world.transfers.transfer(request(world.anna), fault.apply(world.toBen(1)));
    assertCode(outcome, code);
    assertThat(((MoveOutcome.Refused) outcome).pointer()).as(code).isEqualTo(pointer);
  }

  private static void assertCode(MoveOutcome outcome, String code) {
    assertThat(outcome).as(code).isInstanceOf(MoveOutcome.Refused.class);
    assertThat(((MoveOutcome.Refused) outcome).code()).isEqualTo(code);
  }

  private static Transfer with(Transfer transfer, Money amount) {
    return new Transfer(transfer.source(), transfer.destination(), amount, null);
  }

  private static Transfer to(Transfer transfer, UUID account) {
    return new Transfer(transfer.source(), new Destination(account, null), transfer.amount(), null);
  }

  private static Transfer from(Transfer transfer, UUID account) {
    return new Transfer(account, transfer.destination(), transfer.amount(), null);
  }
}
