package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tells whether the books balance. */
@ApplicationScoped
public class CheckBooks {

  private final LedgerRecords records;

  @Inject
  public CheckBooks(LedgerRecords records) {
    this.records = records;
  }

  /** For the container's proxy. */
  protected CheckBooks() {
    this(null);
  }

  /** The balances of all accounts, by currency: those below zero and those above cancel out. */
  @Transactional
  public List<TrialBalanceLine> trialBalance() {
    return records.trialBalance();
  }
}
