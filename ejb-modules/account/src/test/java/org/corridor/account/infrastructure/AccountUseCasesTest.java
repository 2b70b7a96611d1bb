package org.corridor.account.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.corridor.account.domain.ledger.Ledgers.EUR;
import static org.corridor.account.domain.ledger.Ledgers.eur;
import static org.corridor.account.infrastructure.AccountsOnDatabase.ADMIN;
import static org.corridor.account.infrastructure.AccountsOnDatabase.NOON;
import static org.corridor.account.infrastructure.AccountsOnDatabase.TRAIL;
import static org.corridor.account.infrastructure.AccountsOnDatabase.anActiveClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.account.application.AccountFilter;
import org.corridor.account.application.AccountResult;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.application.AccountResult.Forbidden;
import org.corridor.account.application.AccountResult.NotFound;
import org.corridor.account.application.AccountResult.Refused;
import org.corridor.account.application.AccountResult.Stale;
import org.corridor.account.application.AccountTarget;
import org.corridor.account.application.AlreadyExists;
import org.corridor.account.application.ClientLookup;
import org.corridor.account.application.ClientsUnavailable;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountNumber;
import org.corridor.account.domain.AccountStatus;
import org.corridor.account.domain.FreezeReason;
import org.corridor.account.domain.InternalNumber;
import org.corridor.contracts.client.ClientSummary;
import org.corridor.kernel.Caller;
import org.corridor.platform.schema.Migrations;
import org.corridor.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real PostgreSQL and the server's own persistence provider. */
class AccountUseCasesTest {

  private static final Caller TELLER_MUC = new Caller("teller2", Set.of(), "MUC", null, Map.of());

  private TestDatabase database;
  private AccountsOnDatabase accounts;

  @BeforeEach
  void aProduct() {
    database = TestDatabase.create("account");
    new Migrations(database.owner(), "account", getClass().getClassLoader()).apply();
    accounts = new AccountsOnDatabase(database.app());
    accounts.aProduct("CURRENT-EUR", eur(500_00));
  }

  @AfterEach
  void close() {
    accounts.close();
  }

  private Account stored(UUID id) {
    return accounts.inTransaction(use -> use.accounts().find(id).orElseThrow());
  }

  private AccountResult freeze(Caller caller, Account account) {
    var target = new AccountTarget(account.id(), account.version(), caller, TRAIL);
    return accounts.inTransaction(
        use ->
            use.change()
                .apply(target, (locked, at) -> locked.account().freeze(FreezeReason.COMPLIANCE)));
  }

  @Test
  void nothingOfAProductIsLostOnTheWay() {
    var product = accounts.aProduct("SAVINGS-EUR", eur(0));

    assertThat(accounts.finding(use -> use.products().find(product.id()))).contains(product);
    assertThat(accounts.finding(use -> use.products().findByCode("SAVINGS-EUR"))).contains(product);
    assertThat(accounts.listing(use -> use.products().list(null, 10))).hasSize(2);
    assertThat(accounts.listing(use -> use.products().list(product.id(), 10))).isEmpty();
  }

  @Test
  void aProductsCodeIsTakenOnce() {
    assertThatThrownBy(() -> accounts.aProduct("CURRENT-EUR", eur(0)))
        .isInstanceOf(AlreadyExists.class);
  }

  @Test
  void opensAnAccountWithItsBalanceAndEvent() throws Exception {
    var client = anActiveClient("BER");

    var account = ((Done) accounts.open(ADMIN, client, "CURRENT-EUR")).account();

    assertThat(stored(account.id())).isEqualTo(account);
    assertThat(account.clientId()).isEqualTo(client.id());
    assertThat(account.branch()).isEqualTo("BER");
    assertThat(AccountNumber.isValid(account.number())).isTrue();
    var money = accounts.inTransaction(use -> use.accounts().lock(account.id())).orElseThrow();
    assertThat(money.money().available()).isEqualTo(eur(500_00));
    try (var connection = database.app().getConnection()) {
      assertThat(AccountEvents.store().read(connection, "account/" + account.id()))
          .singleElement()
          .satisfies(event -> assertThat(event.data()).contains("\"product\":\"CURRENT-EUR\""));
    }
  }

  @Test
  void opensForAnActiveClientThatTheCallerReachesOnly() {
    var prospect = new ClientSummary(UUID.randomUUID(), "PROSPECT", "BER", "BASIC");

    assertThat(code(accounts.open(ADMIN, null, "CURRENT-EUR"))).isEqualTo("unknown-client");
    assertThat(code(accounts.open(ADMIN, prospect, "CURRENT-EUR"))).isEqualTo("client-not-active");
    assertThat(code(accounts.open(ADMIN, anActiveClient("BER"), "NOTHING")))
        .isEqualTo("unknown-product");
    assertThat(code(accounts.open(TELLER_MUC, anActiveClient("BER"), "CURRENT-EUR")))
        .isEqualTo("unknown-client");
    assertThat(accounts.open(TELLER_MUC, anActiveClient("MUC"), "CURRENT-EUR"))
        .isInstanceOf(Done.class);
  }

  private static String code(AccountResult result) {
    return ((Refused) result).code();
  }

  @Test
  void tellsThatTheClientCannotBeLookedUpOnlyWhenItIsNeeded() {
    var lookup =
        ClientLookup.ahead(
            id -> {
              throw new ClientsUnavailable("away", null);
            },
            UUID.randomUUID());

    assertThatThrownBy(
            () ->
                accounts.inTransaction(use -> use.open().open(ADMIN, lookup, "CURRENT-EUR", TRAIL)))
        .isInstanceOf(ClientsUnavailable.class);
  }

  @Test
  void opensAnInternalAccountOnce() {
    var cash = accounts.cash("BER");

    assertThat(cash.number()).isEqualTo("CASH-BER-EUR");
    assertThat(accounts.finding(use -> use.accounts().findByNumber("CASH-BER-EUR"))).contains(cash);
    assertThatThrownBy(() -> accounts.cash("BER")).isInstanceOf(AlreadyExists.class);
    var number = new InternalNumber("FEES", null, EUR);
    assertThat(
            accounts.changing(
                use -> use.openInternal().open(TELLER_MUC, number, null, null, TRAIL)))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void freezesOnceAndOnlyWhatTheCallerHasRead() {
    var account = accounts.anAccount("CURRENT-EUR");

    assertThat(freeze(TELLER_MUC, account)).isInstanceOf(NotFound.class);
    var frozen = ((Done) freeze(ADMIN, account)).account();
    assertThat(freeze(ADMIN, account)).isInstanceOf(Stale.class);
    assertThat(code(freeze(ADMIN, frozen))).isEqualTo("wrong-account-status");

    assertThat(stored(account.id())).isEqualTo(frozen);
    var money = accounts.inTransaction(use -> use.accounts().lock(account.id())).orElseThrow();
    assertThat(money.money().openForDebit()).isFalse();
    assertThat(money.money().openForCredit()).isFalse();
  }

  @Test
  void closesAnEmptyAccount() {
    var account = accounts.anAccount("CURRENT-EUR");
    var target = new AccountTarget(account.id(), 1, ADMIN, TRAIL);

    accounts.inTransaction(
        use ->
            use.change()
                .apply(target, (locked, at) -> locked.account().close(locked.money(), false, at)));

    assertThat(stored(account.id()).status()).isEqualTo(AccountStatus.CLOSED);
    assertThat(stored(account.id()).closedAt()).isEqualTo(NOON);
  }

  @Test
  void listsByWhatIsAskedFor() {
    var first = accounts.anAccount("CURRENT-EUR");
    var second = accounts.anAccount("CURRENT-EUR");
    var cash = accounts.cash("MUC");
    var frozen = ((Done) freeze(ADMIN, second)).account();

    assertThat(list(new AccountFilter(null, null, null, null), null))
        .containsExactly(first, frozen, cash);
    assertThat(list(new AccountFilter(null, null, null, null), first.id()))
        .containsExactly(frozen, cash);
    assertThat(list(new AccountFilter(first.clientId(), null, null, null), null))
        .containsExactly(first);
    assertThat(list(new AccountFilter(null, null, "MUC", null), null)).containsExactly(cash);
    assertThat(list(new AccountFilter(null, null, null, AccountStatus.FROZEN), null))
        .containsExactly(frozen);
    assertThat(
            accounts.listing(use -> use.accounts().findAll(List.of(first.id(), UUID.randomUUID()))))
        .containsExactly(first);
  }

  private List<Account> list(AccountFilter filter, UUID after) {
    return accounts.inTransaction(use -> use.accounts().list(filter, after, 10));
  }
}
