package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.application.CheckResult.AnotherRuns;
import org.corridor.account.application.CheckResult.Forbidden;
import org.corridor.account.application.CheckResult.Requested;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Takes requests to verify the ledger or to rebuild its balances, and tells what was found. */
@ApplicationScoped
public class CheckLedger {

  private static final String CLOCK_ITSELF = "schedule";

  private final LedgerChecks checks;
  private final Clock clock;

  public CheckLedger(LedgerChecks checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
  }

  @Inject
  public CheckLedger(LedgerChecks checks) {
    this(checks, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected CheckLedger() {
    this(null, null);
  }

  @Transactional
  public CheckResult requestVerification(Caller caller, Trail trail) {
    if (!AccountAccess.mayReadWholeLedger(caller)) {
      return new Forbidden("This tells of all branches; you are bound to one.");
    }
    return request(LedgerCheck.Kind.VERIFICATION, null, caller.subject(), trail, null);
  }

  /**
   * @param correction why balances that differ are to be corrected; null to look only
   */
  @Transactional
  public CheckResult requestRebuild(Caller caller, String correction, Trail trail) {
    if (!AccountAccess.mayReadWholeLedger(caller)) {
      return new Forbidden("This tells of all branches; you are bound to one.");
    }
    if (correction != null && !AccountAccess.mayCorrectBalances(caller)) {
      return new Forbidden("Correcting balances needs the permission ledger:correct.");
    }
    return request(LedgerCheck.Kind.REBUILD, correction, caller.subject(), trail, null);
  }

  /** Once a day, whichever replica is first. */
  @Transactional
  public CheckResult requestDailyVerification() {
    var today = LocalDate.now(clock);
    var trail = Trail.of("ledger-verification-" + today);
    return request(LedgerCheck.Kind.VERIFICATION, null, CLOCK_ITSELF, trail, today);
  }

  @Transactional
  public Optional<LedgerCheck> byId(Caller caller, LedgerCheck.Kind kind, UUID id) {
    return AccountAccess.mayReadWholeLedger(caller) ? checks.find(kind, id) : Optional.empty();
  }

  /** The latest first, before the one with the given id; up to {@code limit}. */
  @Transactional
  public List<LedgerCheck> list(Caller caller, LedgerCheck.Kind kind, UUID before, int limit) {
    return AccountAccess.mayReadWholeLedger(caller) ? checks.list(kind, before, limit) : List.of();
  }

  private CheckResult request(
      LedgerCheck.Kind kind, String correction, String by, Trail trail, LocalDate businessDay) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var check =
        new LedgerCheck(
            Ids.next(), kind, correction, by, trail.correlationId(), at, null, null, null, null);
    return checks.add(check, businessDay) ? new Requested(check) : new AnotherRuns();
  }
}
