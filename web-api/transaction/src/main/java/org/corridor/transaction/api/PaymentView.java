package org.corridor.transaction.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.domain.payment.PaymentTransition;
import org.corridor.transaction.domain.payment.PostalAddress;
import org.corridor.transaction.domain.payment.Rail;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment as callers see it; customers are not told which members of the staff acted. */
@Schema(
    name = "Payment",
    requiredProperties = {
      "id",
      "status",
      "amount",
      "debtorAccountId",
      "creditor",
      "rail",
      "createdAt",
      "changedAt"
    })
public record PaymentView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {
              "CREATED",
              "FUNDS_RESERVED",
              "UNKNOWN",
              "SUBMITTED",
              "PAID",
              "DECLINED",
              "FAILED",
              "CANCELLED",
              "RETURNED"
            })
        PaymentStatus status,
    @Schema(ref = "#/components/schemas/Money") Money amount,
    UUID debtorAccountId,
    CreditorView creditor,
    String remittance,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"SEPA", "SWIFT"})
        Rail rail,
    @Schema(description = "How the processor calls it.") String processorReference,
    @Schema(description = "Why it was declined, has failed or came back.") RefusalView refusal,
    @Schema(description = "Whether somebody wants it to be cancelled.")
        boolean cancellationRequested,
    Instant createdAt,
    String createdBy,
    Instant changedAt) {

  /** Who is paid. */
  @Schema(name = "Creditor")
  public record CreditorView(
      String name, String iban, String otherAccount, String bic, AddressView address) {

    static CreditorView of(Creditor creditor) {
      return new CreditorView(
          creditor.name(),
          creditor.iban(),
          creditor.otherAccount(),
          creditor.bic(),
          AddressView.of(creditor.address()));
    }
  }

  /** Where the creditor lives. */
  @Schema(name = "CreditorAddress")
  public record AddressView(
      String street, String buildingNumber, String postCode, String town, String country) {

    static AddressView of(PostalAddress address) {
      return new AddressView(
          address.street(),
          address.buildingNumber(),
          address.postCode(),
          address.town(),
          address.country());
    }
  }

  /** Why it did not go well. */
  @Schema(name = "PaymentRefusal")
  public record RefusalView(String code, String detail) {
    static RefusalView of(Refusal refusal) {
      return new RefusalView(refusal.code(), refusal.detail());
    }
  }

  /** One step of its life. */
  @Schema(
      name = "PaymentTransition",
      requiredProperties = {"event", "to", "at"})
  public record TransitionView(
      String event,
      @Schema(description = "A payment's status; absent in the first step.") String from,
      @Schema(description = "A payment's status; the same as from for a wish.") String to,
      Instant at,
      String by,
      String reason) {

    static TransitionView of(PaymentTransition transition, Caller caller) {
      var tellsWho = TransactionAccess.seesWho(caller, transition.by());
      return new TransitionView(
          transition.event(),
          transition.from() == null ? null : transition.from().name(),
          transition.to().name(),
          transition.at(),
          tellsWho ? transition.by() : null,
          transition.reason());
    }
  }

  /** The whole history, oldest first. */
  @Schema(name = "PaymentHistory")
  public record History(List<TransitionView> items) {
    static History of(List<PaymentTransition> transitions, Caller caller) {
      return new History(
          transitions.stream().map(transition -> TransitionView.of(transition, caller)).toList());
    }
  }

  static PaymentView of(Payment payment, Caller caller) {
    var instruction = payment.instruction();
    return new PaymentView(
        payment.id(),
        payment.status(),
        instruction.amount(),
        instruction.debtor().side().accountId(),
        CreditorView.of(instruction.creditor()),
        instruction.remittance(),
        instruction.rail(),
        payment.reference(),
        payment.whyNot().map(RefusalView::of).orElse(null),
        payment.cancelledBy() != null,
        payment.making().at(),
        TransactionAccess.seesWho(caller) ? payment.making().by() : null,
        payment.changedAt());
  }
}
