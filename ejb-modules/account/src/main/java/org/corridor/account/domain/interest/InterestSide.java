package org.corridor.account.domain.interest;

/**
 * Whose interest it is. The two are never netted: one is the bank's expense, the other its income.
 */
public enum InterestSide {
  /** Earned by the client on a credit balance. */
  CREDIT("CREDIT_INTEREST", "INTEREST_EXPENSE"),
  /** Owed by the client for an overdraft. */
  DEBIT("DEBIT_INTEREST", "INTEREST_INCOME");

  private final String journalKind;
  private final String purpose;

  InterestSide(String journalKind, String purpose) {
    this.journalKind = journalKind;
    this.purpose = purpose;
  }

  /** Of the journals that capitalise it. */
  public String journalKind() {
    return journalKind;
  }

  /** Of the bank's internal account that it is posted against. */
  public String purpose() {
    return purpose;
  }
}
