package org.corridor.transaction.api;

import java.util.List;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much the caller may move in one way and currency. */
@Schema(name = "TransactionLimit")
public record LimitView(
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL"})
        Kind kind,
    @Schema(ref = "#/components/schemas/Money") Money perTransaction,
    @Schema(ref = "#/components/schemas/Money") Money perAccountAndDay,
    @Schema(ref = "#/components/schemas/Money") Money approvalAbove) {

  /** All of the caller's limits. */
  @Schema(name = "TransactionLimits")
  public record Limits(List<LimitView> items) {

    static Limits of(List<Limit> limits, Caller caller) {
      return new Limits(limits.stream().map(limit -> LimitView.of(limit, caller)).toList());
    }
  }

  static LimitView of(Limit limit, Caller caller) {
    return new LimitView(
        limit.kind(), limit.perTransaction(), limit.perDay(), limit.approvalAbove(caller));
  }
}
