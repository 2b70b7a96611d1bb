package org.corridor.account.domain.ledger;

import java.util.Currency;
import java.util.UUID;

/** Why the ledger does not do what it was asked. */
public sealed interface Refusal {

  /** Of the problem, as published. */
  String code();

  /** For the client: says which rule, and no balance. */
  String detail();

  record InsufficientFunds(UUID accountId) implements Refusal {
    @Override
    public String code() {
      return "insufficient-funds";
    }

    @Override
    public String detail() {
      return "The account " + accountId + " does not have that much available.";
    }
  }

  record CeilingExceeded(UUID accountId) implements Refusal {
    @Override
    public String code() {
      return "ceiling-exceeded";
    }

    @Override
    public String detail() {
      return "The account " + accountId + " must not hold that much.";
    }
  }

  record UnknownAccount(UUID accountId) implements Refusal {
    @Override
    public String code() {
      return "unknown-account";
    }

    @Override
    public String detail() {
      return "There is no account " + accountId + ".";
    }
  }

  /** Pending, frozen, dormant (for debits) or closed. */
  record AccountNotOpen(UUID accountId) implements Refusal {
    @Override
    public String code() {
      return "account-not-open";
    }

    @Override
    public String detail() {
      return "The account " + accountId + " is not open for this.";
    }
  }

  record CurrencyMismatch(UUID accountId, Currency currency) implements Refusal {
    @Override
    public String code() {
      return "currency-mismatch";
    }

    @Override
    public String detail() {
      return "The account " + accountId + " is kept in " + currency + ".";
    }
  }

  record UnbalancedPosting(Currency currency) implements Refusal {
    @Override
    public String code() {
      return "unbalanced-posting";
    }

    @Override
    public String detail() {
      return "The legs in " + currency + " do not sum to zero.";
    }
  }

  record PostingMalformed(String detail) implements Refusal {
    @Override
    public String code() {
      return "posting-malformed";
    }
  }

  record PostingIdReused(UUID id) implements Refusal {
    @Override
    public String code() {
      return "posting-id-reused";
    }

    @Override
    public String detail() {
      return "The posting " + id + " was made before, with another content.";
    }
  }

  record HoldMalformed(String detail) implements Refusal {
    @Override
    public String code() {
      return "hold-malformed";
    }
  }

  record HoldIdReused(UUID id) implements Refusal {
    @Override
    public String code() {
      return "hold-id-reused";
    }

    @Override
    public String detail() {
      return "The hold " + id + " was placed before, with another content.";
    }
  }

  /** Also if the hold is another account's. */
  record UnknownHold(UUID id) implements Refusal {
    @Override
    public String code() {
      return "unknown-hold";
    }

    @Override
    public String detail() {
      return "There is no hold " + id + " on this account.";
    }
  }

  record HoldNotActive(UUID id, HoldStatus status) implements Refusal {
    @Override
    public String code() {
      return "hold-not-active";
    }

    @Override
    public String detail() {
      return "The hold " + id + " is " + status + ".";
    }
  }

  record HoldAmountExceeded(UUID id) implements Refusal {
    @Override
    public String code() {
      return "hold-amount-exceeded";
    }

    @Override
    public String detail() {
      return "The hold " + id + " does not reserve that much.";
    }
  }

  record UnknownJournal(UUID id) implements Refusal {
    @Override
    public String code() {
      return "unknown-journal";
    }

    @Override
    public String detail() {
      return "There is no journal " + id + " to reverse.";
    }
  }

  record AlreadyReversed(UUID id) implements Refusal {
    @Override
    public String code() {
      return "already-reversed";
    }

    @Override
    public String detail() {
      return "The journal " + id + " was reversed before.";
    }
  }

  record NotAReversalOf(UUID id) implements Refusal {
    @Override
    public String code() {
      return "not-a-reversal-of";
    }

    @Override
    public String detail() {
      return "The legs are not exactly those of the journal " + id + " with the sign turned.";
    }
  }

  /** It would have been posted if all of its batch could have been. */
  record BatchRefused() implements Refusal {
    @Override
    public String code() {
      return "batch-refused";
    }

    @Override
    public String detail() {
      return "Another of the batch was refused, so nothing of it was posted.";
    }
  }
}
