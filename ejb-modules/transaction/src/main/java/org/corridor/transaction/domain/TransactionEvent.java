package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.DomainEvent;
import org.corridor.kernel.Money;

/** What can happen to a transaction. */
public sealed interface TransactionEvent extends DomainEvent {

  UUID transactionId();

  /** The user or machine that did it; {@link Transaction#PLATFORM} if nobody asked for it. */
  String by();

  Instant at();

  /**
   * What the transaction is about, for those who hear of it only now. Null in events that were
   * written before there was this member.
   */
  record Subject(Kind kind, Side source, Side destination, Money amount) {

    static Subject of(Movement movement) {
      return new Subject(
          movement.kind(), movement.source(), movement.destination(), movement.amount());
    }
  }

  /**
   * It was asked for, and is within the limits.
   *
   * @param correlationId of the request; the ledger gets it with every order
   */
  record TransactionCreated(
      UUID transactionId,
      Kind kind,
      Side source,
      Side destination,
      Money amount,
      String reference,
      UUID reverses,
      String correlationId,
      String by,
      Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.created.v1";
    }

    Movement movement() {
      return new Movement(kind, source, destination, amount, reference, reverses);
    }
  }

  /** It needs a second pair of eyes, for this reason. */
  record ApprovalRequested(
      UUID transactionId, ApprovalReason reason, Subject subject, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.approval-requested.v1";
    }
  }

  /** Another user than its maker let it go on. */
  record Approved(UUID transactionId, String by, Instant at) implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.approved.v1";
    }
  }

  /** Another user than its maker stopped it. */
  record Rejected(UUID transactionId, String reason, Subject subject, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.rejected.v1";
    }
  }

  /** Nobody has decided on it for too long. */
  record Expired(UUID transactionId, Subject subject, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.expired.v1";
    }
  }

  /** The ledger did not answer; it will be asked until it does. */
  record OutcomeUnknown(UUID transactionId, Subject subject, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.outcome-unknown.v1";
    }
  }

  /**
   * The money has moved.
   *
   * @param bookedAt when the ledger booked it
   */
  record Paid(
      UUID transactionId,
      Kind kind,
      Side source,
      Side destination,
      Money amount,
      String reference,
      Instant bookedAt,
      String by,
      Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.paid.v1";
    }
  }

  /** The ledger refused; nothing has moved. */
  record Declined(
      UUID transactionId,
      Kind kind,
      Side source,
      Side destination,
      Money amount,
      String code,
      String detail,
      String by,
      Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.declined.v1";
    }

    Refusal refusal() {
      return new Refusal(code, detail);
    }
  }

  /** A transaction was made that shall undo it; until that ends, no other one can. */
  record ReversalRequested(UUID transactionId, UUID reversalId, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.reversal-requested.v1";
    }
  }

  /** The transaction that should have undone it was declined, rejected, or has expired. */
  record ReversalFailed(UUID transactionId, UUID reversalId, String code, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.reversal-failed.v1";
    }
  }

  /** It was undone. */
  record Reversed(UUID transactionId, UUID reversalId, String by, Instant at)
      implements TransactionEvent {
    @Override
    public String type() {
      return "transaction.reversed.v1";
    }
  }
}
