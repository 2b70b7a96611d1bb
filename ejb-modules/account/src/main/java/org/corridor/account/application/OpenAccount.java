package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.AccountResult.Refused;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductStatus;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Opens an account of a product for a client, at the client's branch. */
@ApplicationScoped
public class OpenAccount {

  private final Accounts accounts;
  private final Products products;
  private final Clock clock;

  public OpenAccount(Accounts accounts, Products products, Clock clock) {
    this.accounts = accounts;
    this.products = products;
    this.clock = clock;
  }

  @Inject
  public OpenAccount(Accounts accounts, Products products) {
    this(accounts, products, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected OpenAccount() {
    this(null, null, null);
  }

  /**
   * @throws ClientsUnavailable if the lookup has failed
   */
  @Transactional
  public AccountResult open(Caller caller, ClientLookup lookup, String productCode, Trail trail) {
    var client =
        lookup
            .get()
            .filter(
                found ->
                    Concealed.unless(
                        AccountAccess.reaches(caller, found), caller, "client", found.id()));
    if (client.isEmpty()) {
      return new Refused("unknown-client", "There is no such client, or it is not yours to see.");
    }
    if (!client.get().status().equals("ACTIVE")) {
      return new Refused(
          "client-not-active", "The client is " + client.get().status() + ", not ACTIVE.");
    }
    var product = products.findByCode(productCode);
    if (product.isEmpty()) {
      return new Refused("unknown-product", "There is no product " + productCode + ".");
    }
    if (product.get().status() != ProductStatus.ACTIVE) {
      return new Refused(
          "product-not-offered", "No accounts of " + productCode + " are opened any more.");
    }
    return open(client.get(), product.get(), trail);
  }

  private AccountResult open(ClientSummary client, Product product, Trail trail) {
    // the database keeps microseconds, and what is answered now must equal what is read later
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var opened =
        Account.open(Ids.next(), accounts.nextNumber(), client.id(), client.branch(), product, at);
    var floor = -product.overdraftLimit().minorUnits();
    var money =
        LedgerAccount.opened(opened.account().id(), opened.account().currency(), floor, null);
    accounts.add(opened, money, at, trail);
    return new Done(opened.account());
  }
}
