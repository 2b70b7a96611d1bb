package org.corridor.account.api;

import java.time.Instant;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountStatus;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account; what it holds is told by its balance. */
@Schema(name = "Account")
public record AccountView(
    UUID id,
    @Schema(description = "For people.") String number,
    @Schema(description = "Not there if the account is internal.") UUID clientId,
    String branch,
    UUID productId,
    String currency,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"PENDING", "ACTIVE", "FROZEN", "DORMANT", "CLOSED"})
        AccountStatus status,
    Instant openedAt,
    Instant closedAt) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.number(),
        account.clientId(),
        account.branch(),
        account.productId(),
        account.currency().getCurrencyCode(),
        account.status(),
        account.openedAt(),
        account.closedAt());
  }
}
