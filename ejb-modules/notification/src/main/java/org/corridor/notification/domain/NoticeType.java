package org.corridor.notification.domain;

/** What people are told about; each has its words in every language. */
public enum NoticeType {
  MONEY_SENT(Category.PAYMENTS),
  MONEY_RECEIVED(Category.PAYMENTS),
  CASH_DEPOSITED(Category.PAYMENTS),
  CASH_WITHDRAWN(Category.PAYMENTS),
  REVERSAL_CREDITED(Category.PAYMENTS),
  REVERSAL_DEBITED(Category.PAYMENTS),
  PAYMENT_DECLINED(Category.PAYMENTS),
  PAYMENT_REJECTED(Category.PAYMENTS),
  PAYMENT_EXPIRED(Category.PAYMENTS),
  PAYMENT_AWAITS_APPROVAL(Category.PAYMENTS),
  PAYMENT_OUTCOME_UNKNOWN(Category.PAYMENTS),
  ACCOUNT_FROZEN(Category.ACCOUNTS),
  ACCOUNT_UNFROZEN(Category.ACCOUNTS),
  ACCOUNT_CLOSED(Category.ACCOUNTS),
  WEBHOOK_DISABLED(Category.ACCOUNTS),
  KYC_APPROVED(Category.IDENTITY),
  KYC_REJECTED(Category.IDENTITY),
  KYC_EXPIRED(Category.IDENTITY),
  PASSWORD_CHANGED(Category.SECURITY),
  NEW_DEVICE(Category.SECURITY),
  SIGN_IN_FAILURES(Category.SECURITY);

  private final Category category;

  NoticeType(Category category) {
    this.category = category;
  }

  public Category category() {
    return category;
  }

  /** Whether many at once may be told as one: there are words for how many, and in total. */
  public boolean mayBeSummedUp() {
    return this == MONEY_SENT || this == MONEY_RECEIVED || this == PAYMENT_DECLINED;
  }
}
