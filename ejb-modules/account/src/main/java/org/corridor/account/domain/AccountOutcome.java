package org.corridor.account.domain;

/** What became of a command to an account. */
public sealed interface AccountOutcome {

  record Changed(Account account, AccountEvent event) implements AccountOutcome {}

  /** A rule forbids it; nothing has changed. */
  sealed interface Refusal extends AccountOutcome {

    /** Of the problem, as published. */
    String code();

    /** For the client. */
    String detail();
  }

  /** What was asked makes no sense where the account stands in its life. */
  record WrongAccountStatus(AccountStatus status) implements Refusal {
    @Override
    public String code() {
      return "wrong-account-status";
    }

    @Override
    public String detail() {
      return "The account is " + status + ".";
    }
  }

  record AccountNotEmpty() implements Refusal {
    @Override
    public String code() {
      return "account-not-empty";
    }

    @Override
    public String detail() {
      return "An account is closed at a balance of zero only.";
    }
  }

  record AccountHasInterest() implements Refusal {
    @Override
    public String code() {
      return "account-has-interest";
    }

    @Override
    public String detail() {
      return "Interest of the account has accrued, or is yet to, that is not booked.";
    }
  }

  record AccountHasHolds() implements Refusal {
    @Override
    public String code() {
      return "account-has-holds";
    }

    @Override
    public String detail() {
      return "An account is closed only when no hold reserves money of it.";
    }
  }
}
