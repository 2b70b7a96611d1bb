package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account holds, now or at a moment. */
@Schema(name = "Balance")
public record BalanceView(
    UUID accountId,
    @Schema(description = "The sum of the entries.") Money booked,
    @Schema(description = "What its holds reserve now; not told of another moment.") Money held,
    @Schema(
            description =
                "Booked less held, with the overdraft; not told of another moment, nor of an"
                    + " account without a limit.")
        Money available,
    @Schema(description = "As asked for.") Instant at,
    @Schema(description = "As asked for.") LocalDate valueDate) {

  static BalanceView now(LedgerAccount account) {
    return new BalanceView(
        account.id(),
        account.bookedMoney(),
        account.heldMoney(),
        account.floor() == null ? null : account.available(),
        null,
        null);
  }

  static BalanceView at(UUID accountId, Money booked, Instant at) {
    return new BalanceView(accountId, booked, null, null, at, null);
  }

  static BalanceView onValueDate(UUID accountId, Money booked, LocalDate day) {
    return new BalanceView(accountId, booked, null, null, null, day);
  }
}
