package org.corridor.transaction.api;

import java.time.Instant;
import java.util.List;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of a transaction's life; customers are not told which members of the staff acted. */
@Schema(
    name = "TransactionTransition",
    requiredProperties = {"event", "to", "at"})
public record TransitionView(
    String event,
    @Schema(
            description = "Absent in the first step.",
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
        Status from,
    @Schema(
            description = "The same as from where only its reversal moved on.",
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
        Status to,
    Instant at,
    String by,
    String reason) {

  /** The whole history, oldest first. */
  @Schema(name = "TransactionHistory")
  public record History(List<TransitionView> items) {

    static History of(List<Transition> transitions, Caller caller) {
      return new History(
          transitions.stream().map(transition -> TransitionView.of(transition, caller)).toList());
    }
  }

  static TransitionView of(Transition transition, Caller caller) {
    var tellsWho = TransactionAccess.seesWho(caller, transition.by());
    return new TransitionView(
        transition.event(),
        transition.from(),
        transition.to(),
        transition.at(),
        tellsWho ? transition.by() : null,
        transition.reason());
  }
}
