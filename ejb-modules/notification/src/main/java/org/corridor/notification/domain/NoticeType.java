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
  SECOND_FACTOR_ENABLED(Category.SECURITY),
  SECOND_FACTOR_DISABLED(Category.SECURITY),
  RECOVERY_CODE_USED(Category.SECURITY),
  RECOVERY_CODES_RENEWED(Category.SECURITY),
  PASSKEY_REGISTERED(Category.SECURITY),
  PASSKEY_REMOVED(Category.SECURITY),
  PASSKEY_SUSPENDED(Category.SECURITY),
  NEW_DEVICE(Category.SECURITY),
  SIGN_IN_FAILURES(Category.SECURITY),
  PASSWORD_RESET(Category.SECURITY, Channel.EMAIL),
  INVITATION(Category.SECURITY, Channel.EMAIL);

  private final Category category;

  /** Null if every one will do. */
  private final Channel onlyChannel;

  NoticeType(Category category) {
    this(category, null);
  }

  NoticeType(Category category, Channel onlyChannel) {
    this.category = category;
    this.onlyChannel = onlyChannel;
  }

  /**
   * Whether it may go this way at all: what carries a link that opens an account goes to the
   * mailbox alone.
   */
  public boolean goesBy(Channel channel) {
    return onlyChannel == null || onlyChannel == channel;
  }

  public Category category() {
    return category;
  }

  /** Whether many at once may be told as one: there are words for how many, and in total. */
  public boolean mayBeSummedUp() {
    return this == MONEY_SENT || this == MONEY_RECEIVED || this == PAYMENT_DECLINED;
  }
}
