package org.corridor.transaction.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.TransactionEvent.ApprovalRequested;
import org.corridor.transaction.domain.TransactionEvent.Approved;
import org.corridor.transaction.domain.TransactionEvent.Declined;
import org.corridor.transaction.domain.TransactionEvent.Expired;
import org.corridor.transaction.domain.TransactionEvent.OutcomeUnknown;
import org.corridor.transaction.domain.TransactionEvent.Paid;
import org.corridor.transaction.domain.TransactionEvent.Rejected;
import org.corridor.transaction.domain.TransactionEvent.ReversalFailed;
import org.corridor.transaction.domain.TransactionEvent.ReversalRequested;
import org.corridor.transaction.domain.TransactionEvent.Reversed;
import org.corridor.transaction.domain.TransactionEvent.Subject;
import org.corridor.transaction.domain.TransactionEvent.TransactionCreated;

/**
 * One movement of money and its life:
 *
 * <pre>
 * CREATED ------------------------------+--> PAID --> REVERSED
 *    |                                  |
 *    +--> AWAITING_APPROVAL --> APPROVED+--> DECLINED (--> PAID)
 *                 |                     |
 *                 +--> CANCELLED        +--> UNKNOWN --> PAID | DECLINED
 *                 +--> EXPIRED
 * </pre>
 *
 * <p>CREATED and APPROVED mean that the ledger is being ordered to post. UNKNOWN means that it did
 * not answer: it is asked again, never assumed. The journal is the truth: if it shows a posting
 * that a lost order has brought about after another was refused, DECLINED becomes PAID. A reversal
 * is a transaction of its own; while it lives, {@link #reversal()} of the original names it.
 *
 * <p>Immutable. Commands return a {@link Change} to be written, or the reason why there is none.
 *
 * @param version the number of its events
 * @param decidedBy who approved or rejected it; null if nobody did
 * @param settlement what the ledger said; null while it is not known
 * @param reversal the transaction that undoes this one, or tries to; may be null
 */
public record Transaction(
    UUID id,
    long version,
    Movement movement,
    Making making,
    Status status,
    Instant changedAt,
    String decidedBy,
    Settlement settlement,
    UUID reversal) {

  /** Who acts when nobody asked: the platform itself, healing. */
  public static final String PLATFORM = "platform";

  /**
   * What the ledger said: booked then, or refused so.
   *
   * @param bookedAt null if refused
   * @param refusal null if booked
   */
  public record Settlement(Instant bookedAt, Refusal refusal) {

    public Settlement {
      if ((bookedAt == null) == (refusal == null)) {
        throw new IllegalArgumentException("either booked or refused");
      }
    }
  }

  public Transaction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(movement, "movement");
    Objects.requireNonNull(making, "making");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /**
   * Makes a new one.
   *
   * @param approval why it needs to be approved; empty if it need not be
   */
  public static Change create(
      UUID id, Movement movement, Making making, Optional<ApprovalReason> approval) {
    var events = new ArrayList<TransactionEvent>();
    events.add(
        new TransactionCreated(
            id,
            movement.kind(),
            movement.source(),
            movement.destination(),
            movement.amount(),
            movement.reference(),
            movement.reverses(),
            making.correlationId(),
            making.by(),
            making.at()));
    approval.ifPresent(
        reason ->
            events.add(
                new ApprovalRequested(id, reason, Subject.of(movement), making.by(), making.at())));
    return new Change(fold(events), events);
  }

  /**
   * The transaction that these events, all of it from the first, have made.
   *
   * @throws IllegalArgumentException if they are no history of a transaction
   */
  public static Transaction fold(List<? extends TransactionEvent> events) {
    Transaction state = null;
    for (var event : events) {
      if (event instanceof TransactionCreated created) {
        state = begin(state, created);
      } else if (state == null || !state.id.equals(event.transactionId())) {
        throw new IllegalArgumentException("not the history of one transaction: " + event.type());
      } else {
        state = state.apply(event);
      }
    }
    if (state == null) {
      throw new IllegalArgumentException("a transaction has at least one event");
    }
    return state;
  }

  /**
   * The transaction as it was when its maker could first be told what became of it: paid or
   * declined, waiting for approval, or known to be unknown.
   *
   * @param events all of it, as for {@link #fold}
   * @return empty if the ledger's answer to the very first order is awaited
   */
  public static Optional<Transaction> firstTold(List<? extends TransactionEvent> events) {
    for (var told = 1; told <= events.size(); told++) {
      var state = fold(events.subList(0, told));
      if (state.status() != Status.CREATED) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Lets it go on to the ledger. */
  public DecisionOutcome approve(String by, Instant at) {
    requireSecondPairOfEyes(by);
    return status == Status.AWAITING_APPROVAL
        ? happened(new Approved(id, by, at))
        : new DecisionOutcome.NotAwaitingApproval(status);
  }

  /**
   * Stops it for good.
   *
   * @param reason may be null
   */
  public DecisionOutcome reject(String reason, String by, Instant at) {
    requireSecondPairOfEyes(by);
    return status == Status.AWAITING_APPROVAL
        ? happened(new Rejected(id, reason, Subject.of(movement), by, at))
        : new DecisionOutcome.NotAwaitingApproval(status);
  }

  /** Nobody has decided on it for so long that it is over: it can only be made anew. */
  public DecisionOutcome expire(Instant at) {
    return status == Status.AWAITING_APPROVAL
        ? happened(new Expired(id, Subject.of(movement), PLATFORM, at))
        : new DecisionOutcome.NotAwaitingApproval(status);
  }

  /** The ledger did not answer. */
  public SettlementOutcome unanswered(String by, Instant at) {
    return status == Status.CREATED || status == Status.APPROVED
        ? happened(new OutcomeUnknown(id, Subject.of(movement), by, at))
        : new SettlementOutcome.AlreadyKnown(status);
  }

  /**
   * It stands in the journal.
   *
   * @throws IllegalStateException if nobody can have ordered that
   */
  public SettlementOutcome posted(Instant bookedAt, String by, Instant at) {
    if (status.hasMoved()) {
      return new SettlementOutcome.AlreadyKnown(status);
    }
    if (!status.awaitsLedger() && status != Status.DECLINED) {
      throw new IllegalStateException("posted without an order: " + id + " is " + status);
    }
    return happened(
        new Paid(
            id,
            movement.kind(),
            movement.source(),
            movement.destination(),
            movement.amount(),
            movement.reference(),
            bookedAt.truncatedTo(ChronoUnit.MICROS),
            by,
            at));
  }

  /** The ledger refused, and no order of it is under way that it might still fulfil. */
  public SettlementOutcome refused(Refusal refusal, String by, Instant at) {
    return status.awaitsLedger()
        ? happened(
            new Declined(
                id,
                movement.kind(),
                movement.source(),
                movement.destination(),
                movement.amount(),
                refusal.code(),
                refusal.detail(),
                by,
                at))
        : new SettlementOutcome.AlreadyKnown(status);
  }

  /** Reserves it for one reversal; the change is this transaction's, see {@link #undoing}. */
  public ReversalOutcome requestReversal(UUID reversalId, String by, Instant at) {
    if (movement.kind() == Kind.REVERSAL) {
      return new ReversalOutcome.IsReversal();
    }
    if (status == Status.REVERSED) {
      return new ReversalOutcome.AlreadyReversed(reversal);
    }
    if (status != Status.PAID) {
      return new ReversalOutcome.NotPaid(status);
    }
    if (reversal != null) {
      return new ReversalOutcome.InProgress(reversal);
    }
    return happened(new ReversalRequested(id, reversalId, by, at));
  }

  /** What a reversal of this transaction moves: the same, the other way. */
  public Movement undoing(String why) {
    return movement.mirrored(id, why);
  }

  /** Its reversal was paid. */
  public SettlementOutcome reversed(UUID reversalId, String by, Instant at) {
    return status == Status.PAID
        ? happened(new Reversed(id, reversalId, by, at))
        : new SettlementOutcome.AlreadyKnown(status);
  }

  /** Its reversal was declined or rejected, or has expired: another one may be tried. */
  public SettlementOutcome reversalFailed(UUID reversalId, String code, String by, Instant at) {
    return status == Status.PAID && reversalId.equals(reversal)
        ? happened(new ReversalFailed(id, reversalId, code, by, at))
        : new SettlementOutcome.AlreadyKnown(status);
  }

  public boolean isMadeBy(String subject) {
    return making.by().equals(subject);
  }

  /** True if somebody let it go on, whatever became of it then. */
  public boolean wasApproved() {
    return decidedBy != null && status != Status.CANCELLED;
  }

  /** When the ledger booked it. */
  public Optional<Instant> bookedAt() {
    return Optional.ofNullable(settlement).map(Settlement::bookedAt);
  }

  /** Why the ledger declined it. */
  public Optional<Refusal> refusal() {
    return Optional.ofNullable(settlement).map(Settlement::refusal);
  }

  private Change happened(TransactionEvent event) {
    return new Change(apply(event), List.of(event));
  }

  /** Four eyes: the door has refused the maker already; here it cannot be got round. */
  private void requireSecondPairOfEyes(String by) {
    if (isMadeBy(by)) {
      throw new IllegalArgumentException("the maker of a transaction never decides on it");
    }
  }

  private static Transaction begin(Transaction before, TransactionCreated created) {
    if (before != null) {
      throw new IllegalArgumentException("a transaction is created once");
    }
    return new Transaction(
        created.transactionId(),
        1,
        created.movement(),
        new Making(created.by(), created.at(), created.correlationId()),
        Status.CREATED,
        created.at(),
        null,
        null,
        null);
  }

  private Transaction apply(TransactionEvent event) {
    if (event instanceof Paid paid) {
      var booked = new Settlement(paid.bookedAt(), null);
      return next(Status.PAID, paid, decidedBy, booked, reversal);
    }
    if (event instanceof Declined declined) {
      var refused = new Settlement(null, declined.refusal());
      return next(Status.DECLINED, declined, decidedBy, refused, reversal);
    }
    if (event instanceof ReversalRequested requested) {
      return next(status, requested, decidedBy, settlement, requested.reversalId());
    }
    if (event instanceof ReversalFailed failed) {
      return next(status, failed, decidedBy, settlement, null);
    }
    if (event instanceof Reversed reversed) {
      return next(Status.REVERSED, reversed, decidedBy, settlement, reversed.reversalId());
    }
    var isDecision = event instanceof Approved || event instanceof Rejected;
    var decider = isDecision ? event.by() : decidedBy;
    return next(statusAfter(event), event, decider, settlement, reversal);
  }

  private static Status statusAfter(TransactionEvent event) {
    if (event instanceof ApprovalRequested) {
      return Status.AWAITING_APPROVAL;
    }
    if (event instanceof Approved) {
      return Status.APPROVED;
    }
    if (event instanceof Rejected) {
      return Status.CANCELLED;
    }
    if (event instanceof Expired) {
      return Status.EXPIRED;
    }
    if (event instanceof OutcomeUnknown) {
      return Status.UNKNOWN;
    }
    throw new IllegalArgumentException("not an event of a transaction's life: " + event.type());
  }

  private Transaction next(
      Status status, TransactionEvent event, String decider, Settlement said, UUID undoneBy) {
    return new Transaction(
        id, version + 1, movement, making, status, event.at(), decider, said, undoneBy);
  }
}
