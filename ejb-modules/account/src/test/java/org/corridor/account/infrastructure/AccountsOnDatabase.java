package org.corridor.account.infrastructure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.corridor.account.application.AccountChange;
import org.corridor.account.application.AccountResult;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.ClientLookup;
import org.corridor.account.application.CreateProduct;
import org.corridor.account.application.OpenAccount;
import org.corridor.account.application.OpenInternalAccount;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.InternalNumber;
import org.corridor.account.domain.Product;
import org.corridor.account.domain.ProductKind;
import org.corridor.account.domain.ledger.Ledgers;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.platform.events.Trail;

/** The use cases of accounts on a real database, each call in a transaction of its own. */
public final class AccountsOnDatabase implements AutoCloseable {

  public static final Trail TRAIL = Trail.of("test");
  public static final Caller ADMIN = new Caller("admin", Set.of(), null, null, Map.of());
  public static final Instant NOON = Ledgers.NOON;
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  private final EntityManagerFactory factory;

  /** The use cases within one transaction. */
  public record UseCases(
      JpaAccounts accounts,
      JpaProducts products,
      OpenAccount open,
      OpenInternalAccount openInternal,
      CreateProduct createProduct,
      AccountChange change) {

    static UseCases of(EntityManager entities) {
      var accounts = new JpaAccounts(entities);
      var products = new JpaProducts(entities);
      return new UseCases(
          accounts,
          products,
          new OpenAccount(accounts, products, CLOCK),
          new OpenInternalAccount(accounts, CLOCK),
          new CreateProduct(products, CLOCK),
          new AccountChange(accounts, CLOCK));
    }
  }

  public AccountsOnDatabase(DataSource dataSource) {
    factory =
        Persistence.createEntityManagerFactory(
            "account",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                dataSource));
  }

  @Override
  public void close() {
    factory.close();
  }

  public <T> T inTransaction(Function<UseCases, T> work) {
    try (var entities = factory.createEntityManager()) {
      var transaction = entities.getTransaction();
      transaction.begin();
      try {
        var result = work.apply(UseCases.of(entities));
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  public <T> Optional<T> finding(Function<UseCases, Optional<T>> work) {
    return inTransaction(work);
  }

  public <T> List<T> listing(Function<UseCases, List<T>> work) {
    return inTransaction(work);
  }

  public AccountResult changing(Function<UseCases, AccountResult> work) {
    return inTransaction(work);
  }

  public Product aProduct(String code, Money overdraft) {
    return aProduct(
        new Product.Draft(code, "A product", ProductKind.CURRENT, overdraft, null, null));
  }

  public Product aProduct(Product.Draft draft) {
    return inTransaction(use -> use.createProduct().create(draft, TRAIL));
  }

  public AccountResult open(Caller caller, ClientSummary client, String product) {
    return inTransaction(use -> use.open().open(caller, known(client), product, TRAIL));
  }

  public Account anAccount(String product) {
    return ((Done) open(ADMIN, anActiveClient("BER"), product)).account();
  }

  public Account cash(String branch) {
    var number = new InternalNumber("CASH", branch, Ledgers.EUR);
    return ((Done) inTransaction(use -> use.openInternal().open(ADMIN, number, null, null, TRAIL)))
        .account();
  }

  public static ClientSummary anActiveClient(String branch) {
    return new ClientSummary(UUID.randomUUID(), "ACTIVE", branch, "BASIC");
  }

  public static ClientLookup known(ClientSummary client) {
    return ClientLookup.ahead(id -> Optional.ofNullable(client), UUID.randomUUID());
  }
}
