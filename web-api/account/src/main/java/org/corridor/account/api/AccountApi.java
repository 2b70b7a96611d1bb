package org.corridor.account.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.web.CorridorApplication;

/** The account context over HTTP: {@code /api/account/v1}. */
@ApplicationPath("/v1")
public class AccountApi extends CorridorApplication {

  public AccountApi() {
    super(
        AccountSecurity.class,
        Set.of(
            ProductsResource.class,
            AccountsResource.class,
            InternalAccountsResource.class,
            AccountResource.class,
            BalanceResource.class,
            StatementResource.class,
            HoldResource.class,
            InterestSettlementsResource.class,
            JournalResource.class,
            JournalBatchesResource.class,
            LedgerResource.class,
            VerificationsResource.class,
            RebuildsResource.class,
            EndOfDayRunsResource.class,
            Refusals.OfDuplicates.class,
            Refusals.OfUnavailableClients.class));
  }
}
