package org.corridor.transaction.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.Transaction.Settlement;

/** A transaction as it stands, for reading and for holding; made from its events. */
@Entity
@Table(name = "transaction")
class TransactionRow {

  @Id private UUID id;
  private long version;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Status status;

  private long amount;
  private String currency;

  @Column(name = "source_account")
  private UUID sourceAccount;

  @Column(name = "source_client")
  private String sourceClient;

  @Column(name = "source_branch")
  private String sourceBranch;

  @Column(name = "destination_account")
  private UUID destinationAccount;

  @Column(name = "destination_client")
  private String destinationClient;

  @Column(name = "destination_branch")
  private String destinationBranch;

  private String reference;
  private String reverses;
  private String reversal;

  @Column(name = "made_by")
  private String madeBy;

  @Column(name = "made_at")
  private OffsetDateTime madeAt;

  @Column(name = "correlation_id")
  private String correlationId;

  @Column(name = "changed_at")
  private OffsetDateTime changedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "booked_at")
  private OffsetDateTime bookedAt;

  @Column(name = "refusal_code")
  private String refusalCode;

  @Column(name = "refusal_detail")
  private String refusalDetail;

  /** For the persistence provider. */
  protected TransactionRow() {}

  static TransactionRow of(Transaction transaction) {
    var row = new TransactionRow();
    row.take(transaction);
    return row;
  }

  /** Makes the row say what the transaction says. */
  final void take(Transaction transaction) {
    takeMovement(transaction.movement());
    var making = transaction.making();
    var refusal = transaction.refusal();
    id = transaction.id();
    version = transaction.version();
    status = transaction.status();
    reversal = text(transaction.reversal());
    madeBy = making.by();
    madeAt = utc(making.at());
    correlationId = making.correlationId();
    changedAt = utc(transaction.changedAt());
    decidedBy = transaction.decidedBy();
    bookedAt = transaction.bookedAt().map(TransactionRow::utc).orElse(null);
    refusalCode = refusal.map(Refusal::code).orElse(null);
    refusalDetail = refusal.map(Refusal::detail).orElse(null);
  }

  Transaction toTransaction() {
    return new Transaction(
        id,
        version,
        new Movement(
            kind,
            new Side(sourceAccount, uuid(sourceClient), sourceBranch),
            new Side(destinationAccount, uuid(destinationClient), destinationBranch),
            Money.of(amount, currency),
            reference,
            uuid(reverses)),
        new Making(madeBy, madeAt.toInstant(), correlationId),
        status,
        changedAt.toInstant(),
        decidedBy,
        settlement(),
        uuid(reversal));
  }

  private void takeMovement(Movement movement) {
    kind = movement.kind();
    amount = movement.amount().minorUnits();
    currency = movement.amount().currency().getCurrencyCode();
    sourceAccount = movement.source().accountId();
    sourceClient = text(movement.source().clientId());
    sourceBranch = movement.source().branch();
    destinationAccount = movement.destination().accountId();
    destinationClient = text(movement.destination().clientId());
    destinationBranch = movement.destination().branch();
    reference = movement.reference();
    reverses = text(movement.reverses());
  }

  private Settlement settlement() {
    if (bookedAt != null) {
      return new Settlement(bookedAt.toInstant(), null);
    }
    return refusalCode == null
        ? null
        : new Settlement(null, new Refusal(refusalCode, refusalDetail));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private static UUID uuid(String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
