package org.corridor.transaction.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A transaction as callers see it; customers are not told which members of the staff acted. */
@Schema(
    name = "Transaction",
    requiredProperties = {
      "id",
      "kind",
      "status",
      "amount",
      "sourceAccountId",
      "destinationAccountId",
      "createdAt",
      "changedAt"
    })
public record TransactionView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL", "REVERSAL"})
        Kind kind,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {
              "CREATED",
              "AWAITING_APPROVAL",
              "APPROVED",
              "UNKNOWN",
              "PAID",
              "DECLINED",
              "CANCELLED",
              "EXPIRED",
              "REVERSED"
            })
        Status status,
    @Schema(ref = "#/components/schemas/Money") Money amount,
    UUID sourceAccountId,
    UUID destinationAccountId,
    String reference,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String decidedBy,
    Instant bookedAt,
    @Schema(description = "Why the ledger declined it.") RefusalView refusal,
    @Schema(description = "The transaction that this one undoes.") UUID reverses,
    @Schema(description = "The transaction that undoes this one, or is about to.")
        UUID reversedBy) {

  /** Why the ledger declined a transaction. */
  @Schema(name = "TransactionRefusal")
  public record RefusalView(String code, String detail) {

    static RefusalView of(Refusal refusal) {
      return new RefusalView(refusal.code(), refusal.detail());
    }
  }

  static TransactionView of(Transaction transaction, Caller caller) {
    var movement = transaction.movement();
    var making = transaction.making();
    var tellsWho = TransactionAccess.seesWho(caller);
    return new TransactionView(
        transaction.id(),
        movement.kind(),
        transaction.status(),
        movement.amount(),
        movement.source().accountId(),
        movement.destination().accountId(),
        movement.reference(),
        making.at(),
        tellsWho ? making.by() : null,
        transaction.changedAt(),
        tellsWho ? transaction.decidedBy() : null,
        transaction.bookedAt().orElse(null),
        transaction.refusal().map(RefusalView::of).orElse(null),
        movement.reverses(),
        transaction.reversal());
  }
}
