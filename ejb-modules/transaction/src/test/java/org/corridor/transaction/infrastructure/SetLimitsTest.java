package org.corridor.transaction.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.transaction.infrastructure.World.atOnce;
import static org.corridor.transaction.infrastructure.World.made;
import static org.corridor.transaction.infrastructure.World.request;

import java.util.Currency;
import java.util.OptionalLong;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.LimitOutcome;
import org.corridor.transaction.application.LimitOutcome.Changed;
import org.corridor.transaction.application.LimitOutcome.Contradictory;
import org.corridor.transaction.application.LimitOutcome.Created;
import org.corridor.transaction.application.LimitOutcome.Found;
import org.corridor.transaction.application.LimitOutcome.None;
import org.corridor.transaction.application.LimitOutcome.NotForBranches;
import org.corridor.transaction.application.LimitOutcome.Stale;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.Limit.Contradiction;
import org.corridor.transaction.domain.Status;
import org.junit.jupiter.api.Test;

class SetLimitsTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency SEK = Currency.getInstance("SEK");
  private static final int MANY = 20;

  private final World world = new World();

  @Test
  void aLoweredLimitCountsForTheNextTransfer() {
    world.ledger.setBalance(world.annas, 1_000_00);

    var changed = set(world.admin, eurLimit(50_00, 80_00, 20_00), 0);

    assertThat(changed).isInstanceOf(Changed.class);
    assertThat(world.transfers.transfer(request(world.anna), world.toBen(50_01)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("transaction-limit-exceeded"));
    assertThat(made(world.transfers.transfer(request(world.anna), world.toBen(20_01))).status())
        .isEqualTo(Status.AWAITING_APPROVAL);
  }

  @Test
  void whoSetItAndWhatItSaidBeforeAndAfterStandsInItsStream() {
    set(world.admin, eurLimit(50_00, 80_00, 20_00), 0);
    set(world.admin, eurLimit(60_00, 80_00, 20_00), 1);

    assertThat(
            world.count(
                "select count(*) from event where stream = 'limit/TRANSFER/CUSTOMER/EUR'"
                    + " and type = 'transaction.limit-changed.v1' and correlation_id = 'c'"
                    + " and data::json ->> 'by' = 'admin' and version = 2"
                    + " and data::json #>> '{before,perTransaction,amount}' = '50.00'"
                    + " and data::json #>> '{after,perTransaction,amount}' = '60.00'"))
        .isEqualTo(1);
    assertThat(world.projection.compare()).as("a limit's stream is no transaction's").isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    set(world.admin, eurLimit(50_00, 80_00, 20_00), 0);

    var again = set(world.admin, eurLimit(50_00, 80_00, 20_00), 1);

    assertThat(((Changed) again).setting().version()).isEqualTo(1);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void whoHasReadAnOlderOneChangesNothing() {
    set(world.admin, eurLimit(50_00, 80_00, 20_00), 0);

    assertThat(set(world.admin, eurLimit(70_00, 80_00, 20_00), 0)).isEqualTo(new Stale());
    assertThat(create(eurLimit(70_00, 80_00, 20_00))).isEqualTo(new Stale());
    assertThat(((Found) read(EUR)).setting().limit()).isEqualTo(eurLimit(50_00, 80_00, 20_00));
  }

  @Test
  void aCurrencyThatCouldNotBeMovedCanBeOnceItHasALimit() {
    var limit = limit(SEK, 500_00, 800_00, 500_00);
    assertThat(read(SEK)).isEqualTo(new None());
    assertThat(set(world.admin, limit, 1)).as("there is none to replace").isEqualTo(new Stale());

    var created = create(limit);

    assertThat(((Created) created).setting().version()).isEqualTo(1);
    assertThat(world.limitsOf.of(world.anna)).contains(limit);
  }

  @Test
  void refusesALimitThatCannotBeMeantSo() {
    var absurd = set(world.admin, eurLimit(0, -1, -1), 0);
    var outOfReach = set(world.admin, eurLimit(10_00, 10_00, 10_01), 0);

    assertThat(((Contradictory) absurd).contradictions())
        .containsExactly(
            Contradiction.NOTHING_MAY_MOVE,
            Contradiction.DAY_BELOW_TRANSACTION,
            Contradiction.APPROVAL_BELOW_ZERO);
    assertThat(((Contradictory) outOfReach).contradictions())
        .containsExactly(Contradiction.APPROVAL_OUT_OF_REACH);
    assertThat(events()).isZero();
  }

  @Test
  void neitherABranchNorACustomerSetsTheOrganisationsLimits() {
    assertThat(set(world.agent, eurLimit(50_00, 80_00, 20_00), 0)).isEqualTo(new NotForBranches());
    assertThat(set(world.anna, eurLimit(50_00, 80_00, 20_00), 0)).isEqualTo(new NotForBranches());
    assertThat(world.limitSettings.read(world.agent, Kind.TRANSFER, Audience.CUSTOMER, EUR))
        .isEqualTo(new NotForBranches());
    assertThat(events()).isZero();
  }

  @Test
  void ofManyWhoHaveReadTheSameOneSetsIt() {
    for (var round = 0; round < 5; round++) {
      var version = round;

      var outcomes =
          atOnce(
              MANY,
              i -> () -> set(world.admin, eurLimit(50_00 + i, 80_00, 1_00 + version), version));

      assertThat(outcomes.stream().filter(Changed.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(Stale.class::isInstance)).hasSize(MANY - 1);
      var winner = outcomes.stream().filter(Changed.class::isInstance).findFirst().orElseThrow();
      assertThat(((Found) read(EUR)).setting()).isEqualTo(((Changed) winner).setting());
      assertThat(events()).isEqualTo(version + 1);
    }
  }

  @Test
  void ofManyWhoCreateTheSameAtOnceOneDoes() {
    var outcomes = atOnce(MANY, i -> () -> create(limit(SEK, 500_00 + i, 800_00, 1_00)));

    assertThat(outcomes.stream().filter(Created.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Stale.class::isInstance)).hasSize(MANY - 1);
    assertThat(events()).isEqualTo(1);
  }

  private LimitOutcome set(Caller caller, Limit limit, long version) {
    return world.limitSettings.set(caller, limit, OptionalLong.of(version), "c");
  }

  private LimitOutcome create(Limit limit) {
    return world.limitSettings.set(world.admin, limit, OptionalLong.empty(), "c");
  }

  private LimitOutcome read(Currency currency) {
    return world.limitSettings.read(world.admin, Kind.TRANSFER, Audience.CUSTOMER, currency);
  }

  private long events() {
    return world.count("select count(*) from event where stream like 'limit/%'");
  }

  private static Limit eurLimit(long perTransaction, long perDay, long approvalAbove) {
    return limit(EUR, perTransaction, perDay, approvalAbove);
  }

  private static Limit limit(
      Currency currency, long perTransaction, long perDay, long approvalAbove) {
    return new Limit(
        Kind.TRANSFER,
        Audience.CUSTOMER,
        new Money(perTransaction, currency),
        new Money(perDay, currency),
        new Money(approvalAbove, currency));
  }
}
