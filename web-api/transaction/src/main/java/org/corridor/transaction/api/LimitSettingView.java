package org.corridor.transaction.api;

import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitSetting;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A limit as the organisation has set it. */
@Schema(name = "LimitSetting")
public record LimitSettingView(
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL"})
        Kind kind,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"CUSTOMER", "STAFF"})
        Audience audience,
    @Schema(description = "ISO 4217.") String currency,
    @Schema(ref = "#/components/schemas/Money") Money perTransaction,
    @Schema(ref = "#/components/schemas/Money") Money perAccountAndDay,
    @Schema(ref = "#/components/schemas/Money") Money approvalAbove) {

  static LimitSettingView of(LimitSetting setting) {
    var limit = setting.limit();
    return new LimitSettingView(
        limit.kind(),
        limit.audience(),
        limit.currency().getCurrencyCode(),
        limit.perTransaction(),
        limit.perDay(),
        limit.approvalAbove());
  }
}
