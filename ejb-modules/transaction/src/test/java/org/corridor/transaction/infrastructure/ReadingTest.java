package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;
import static org.corridor.transaction.infrastructure.World.staff;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionQuery;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private final World world = new World();
  private Transaction paid;
  private Transaction declined;
  private Transaction deposit;

  @BeforeEach
  void threeTransactions() {
    paid = world.paidTransfer(10_00);
    world.clock.advance(Duration.ofHours(1));
    declined = made(world.transfers.transfer(request(world.anna), world.toBen(10_00)));
    world.clock.advance(Duration.ofHours(1));
    deposit = made(world.cash.deposit(request(world.teller), world.cashForAnna(20_00)));
  }

  @Test
  void everybodySeesWhatIsTheirs() {
    assertThat(list(world.admin)).containsExactly(deposit, declined, paid);
    assertThat(list(world.anna)).containsExactly(deposit, declined, paid);
    assertThat(list(world.ben)).as("declined ones of others never").containsExactly(paid);
    assertThat(list(world.teller)).containsExactly(deposit, declined, paid);
    assertThat(list(staff("m", "MUC", 1))).containsExactly(declined, paid);
    assertThat(list(staff("h", "HAM", 1))).isEmpty();
  }

  @Test
  void theListAndTheSingleOneFollowTheSameRule() {
    for (var caller :
        List.of(world.admin, world.anna, world.ben, world.teller, staff("m", "MUC", 1))) {
      for (var one : List.of(paid, declined, deposit)) {
        assertThat(world.reading.find(caller, one.id()).isPresent())
            .isEqualTo(list(caller).contains(one));
        assertThat(world.reading.history(caller, one.id()).isPresent())
            .isEqualTo(list(caller).contains(one));
      }
    }
  }

  @Test
  void filtersNarrowTheList() {
    var start = World.NOON;
    assertThat(list(query(null, Status.DECLINED, null, null))).containsExactly(declined);
    assertThat(list(query(null, null, Kind.DEPOSIT, null))).containsExactly(deposit);
    assertThat(list(query(world.bens, null, null, null))).containsExactly(declined, paid);
    assertThat(list(query(world.till, null, null, null))).containsExactly(deposit);
    assertThat(list(query(null, null, null, declined.id()))).containsExactly(paid);
    var reach = TransactionAccess.reach(world.admin);
    assertThat(
            list(
                new TransactionQuery(
                    reach,
                    null,
                    null,
                    null,
                    start.plus(Duration.ofHours(1)),
                    start.plus(Duration.ofHours(2)),
                    null)))
        .containsExactly(declined);
  }

  @Test
  void limitsAreTheCallersOwn() {
    assertThat(world.limitsOf.of(world.anna)).extracting(l -> l.kind()).containsOnly(Kind.TRANSFER);
    var tellers =
        world.limitsOf.of(world.teller).stream()
            .filter(l -> l.perDay().currency().getCurrencyCode().equals("EUR"))
            .toList();
    assertThat(tellers).hasSize(3);
    assertThat(tellers)
        .extracting(l -> l.approvalAbove(world.teller))
        .containsOnly(World.eur(5_000_00));
    assertThat(tellers)
        .extracting(l -> l.approvalAbove(world.agent))
        .contains(World.eur(50_000_00), World.eur(10_000_00));
  }

  @Test
  void aRowThatDiffersFromItsEventsIsFoundAndMadeAnew() {
    assertThat(world.projection.compare()).isEmpty();
    world.execute(
        "update transaction set status = 'PAID', booked_at = now(), refusal_code = null,"
            + " refusal_detail = null where id = '"
            + declined.id()
            + "'");
    world.execute("delete from transaction where id = '" + deposit.id() + "'");

    assertThat(world.projection.compare()).containsExactly(declined.id(), deposit.id());
    assertThat(world.projection.rebuild()).containsExactly(declined.id(), deposit.id());

    assertThat(world.projection.compare()).isEmpty();
    assertThat(world.read(declined.id())).isEqualTo(declined);
    assertThat(world.read(deposit.id())).isEqualTo(deposit);
  }

  @Test
  void aRowWithoutEventsIsToldButNotTouched() {
    var stray = UUID.fromString("ffffffff-0000-7000-8000-000000000000");
    world.execute(
        "insert into transaction (id, version, kind, status, amount, currency, source_account,"
            + " destination_account, made_by, made_at, correlation_id, changed_at, booked_at)"
            + " select '"
            + stray
            + "', version, kind, status, amount, currency, source_account, destination_account,"
            + " made_by, made_at, correlation_id, changed_at, booked_at from transaction"
            + " where id = '"
            + paid.id()
            + "'");

    assertThat(world.projection.rebuild()).containsExactly(stray);
    assertThat(world.projection.compare()).containsExactly(stray);
  }

  private List<Transaction> list(Caller caller) {
    return list(
        new TransactionQuery(TransactionAccess.reach(caller), null, null, null, null, null, null));
  }

  private List<Transaction> list(TransactionQuery query) {
    return world.reading.list(query, 10);
  }

  private TransactionQuery query(AccountSummary account, Status status, Kind kind, UUID before) {
    return new TransactionQuery(
        TransactionAccess.reach(world.admin),
        account == null ? null : account.id(),
        status,
        kind,
        null,
        null,
        before);
  }
}
