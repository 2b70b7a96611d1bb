package org.corridor.account.application;

/** What became of the request to check the ledger. */
public sealed interface CheckResult {

  record Requested(LedgerCheck check) implements CheckResult {}

  /** One at a time: it reads everything. */
  record AnotherRuns() implements CheckResult {}

  record Forbidden(String detail) implements CheckResult {}
}
