package org.corridor.account.domain;

/** Where an account stands in its life, and which way money may move meanwhile. */
public enum AccountStatus {
  PENDING(false, false),
  ACTIVE(true, true),
  /** Nothing moves in or out, reversals neither; holds may be released and expire. */
  FROZEN(false, false),
  /** Nothing has moved for long: credits still come in. */
  DORMANT(false, true),
  CLOSED(false, false);

  private final boolean debits;
  private final boolean credits;

  AccountStatus(boolean debits, boolean credits) {
    this.debits = debits;
    this.credits = credits;
  }

  public boolean allowsDebits() {
    return debits;
  }

  public boolean allowsCredits() {
    return credits;
  }
}
