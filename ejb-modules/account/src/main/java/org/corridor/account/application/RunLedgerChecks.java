package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Does what {@link CheckLedger} was asked for. To be called outside of any transaction. */
@ApplicationScoped
public class RunLedgerChecks {

  private final LedgerChecks checks;
  private final LedgerAudit audit;
  private final BalanceCorrections corrections;

  @Inject
  public RunLedgerChecks(LedgerChecks checks, LedgerAudit audit, BalanceCorrections corrections) {
    this.checks = checks;
    this.audit = audit;
    this.corrections = corrections;
  }

  /** For the container's proxy. */
  protected RunLedgerChecks() {
    this(null, null, null);
  }

  /** Empty if there was nothing to do, or another replica does it. */
  public Optional<LedgerCheck> runOpen() {
    return checks.runOpen(this::run);
  }

  private CheckReport run(LedgerCheck check) {
    if (check.kind() == LedgerCheck.Kind.VERIFICATION) {
      return audit.verify();
    }
    var compared = audit.compareBalances();
    return check.correction() == null ? compared.report() : correct(check, compared);
  }

  /** The problems are those from before the correction. */
  private CheckReport correct(LedgerCheck check, LedgerAudit.BalanceComparison compared) {
    var corrected =
        compared.differing().stream().filter(id -> corrections.correct(id, check)).count();
    var found = compared.report();
    return new CheckReport(
        found.chain(),
        found.accounts(),
        found.sums(),
        found.problemCount(),
        found.problems(),
        corrected);
  }
}
