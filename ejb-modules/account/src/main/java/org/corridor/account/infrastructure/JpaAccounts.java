package org.corridor.account.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.application.AccountFilter;
import org.corridor.account.application.Accounts;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountEvent;
import org.corridor.account.domain.AccountNumber;
import org.corridor.account.domain.AccountOutcome.Changed;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.infrastructure.ledger.BalanceRows;
import org.corridor.platform.events.Trail;

/**
 * Accounts as rows; their balances and events beside them on the very same connection.
 *
 * <p>Each call is a transaction, or part of one: outside of one, the server would keep the
 * connection until the whole request is answered, also while it waits for the ledger.
 */
@ApplicationScoped
@Transactional
public class JpaAccounts implements Accounts {

  private static final String INSERT =
      "insert into account (id, number, client_id, branch, product_id, currency, status, opened_at,"
          + " version) values (?, ?, cast(? as uuid), ?, cast(? as uuid), ?, ?, ?, ?)";

  @PersistenceContext(unitName = "account")
  private EntityManager entities;

  private final BalanceRows balances = new BalanceRows();

  /** For the container. */
  protected JpaAccounts() {}

  JpaAccounts(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<Account> find(UUID id) {
    return Optional.ofNullable(entities.find(AccountRow.class, id)).map(AccountRow::toAccount);
  }

  @Override
  public Optional<Account> findByNumber(String number) {
    return list(new AccountFilter(null, number, null, null), null, 1).stream().findFirst();
  }

  @Override
  public List<Account> findAll(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select a from Account a where a.id in :ids", AccountRow.class)
        .setParameter("ids", ids)
        .getResultStream()
        .map(AccountRow::toAccount)
        .toList();
  }

  @Override
  public List<Account> findAllByNumber(List<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select a from Account a where a.number in :numbers", AccountRow.class)
        .setParameter("numbers", numbers)
        .getResultStream()
        .map(AccountRow::toAccount)
        .toList();
  }

  @Override
  public List<Account> list(AccountFilter filter, UUID after, int limit) {
    var where = new StringBuilder("1 = 1");
    var parameters = new HashMap<String, Object>();
    restrict(where, parameters, "a.id > :after", "after", after);
    restrict(where, parameters, "a.clientId = :client", "client", filter.clientId());
    restrict(where, parameters, "a.number = :number", "number", filter.number());
    restrict(where, parameters, "a.branch = :branch", "branch", filter.branch());
    restrict(
        where,
        parameters,
        "a.status = :status",
        "status",
        filter.status() == null ? null : filter.status().name());
    var query =
        entities
            .createQuery(
                "select a from Account a where " + where + " order by a.id", AccountRow.class)
            .setMaxResults(limit);
    parameters.forEach(query::setParameter);
    return query.getResultStream().map(AccountRow::toAccount).toList();
  }

  @Override
  public Optional<LockedAccount> lock(UUID id) {
    var money = balances.lock(AccountEvents.connection(entities), id);
    if (money.isEmpty()) {
      return Optional.empty();
    }
    var row = entities.find(AccountRow.class, id);
    // what this transaction has read before it got the lock may be old
    entities.refresh(row);
    return Optional.of(new LockedAccount(row.toAccount(), money.get()));
  }

  @Override
  public AccountNumber nextNumber() {
    var serial = entities.createNativeQuery("select nextval('account_number')").getSingleResult();
    return AccountNumber.ofSerial(((Number) serial).longValue());
  }

  @Override
  public void add(Changed opened, LedgerAccount money, Instant at, Trail trail) {
    AccountEvents.insert(() -> insert(opened.account()), "an account");
    balances.insert(AccountEvents.connection(entities), money);
    append(opened, at, trail);
  }

  @Override
  public void keep(Changed changed, Instant at, Trail trail) {
    var account = changed.account();
    var row = entities.find(AccountRow.class, account.id());
    row.change(account);
    if (changed.event() instanceof AccountEvent.AccountReactivated) {
      row.wake(at);
    }
    balances.allow(
        AccountEvents.connection(entities),
        account.id(),
        account.status().allowsDebits(),
        account.status().allowsCredits());
    append(changed, at, trail);
  }

  /** Not by persist(): the provider binds a UUID that is null as text, which the column refuses. */
  private void insert(Account account) {
    entities
        .createNativeQuery(INSERT)
        .setParameter(1, account.id())
        .setParameter(2, account.number())
        .setParameter(3, text(account.clientId()))
        .setParameter(4, account.branch())
        .setParameter(5, text(account.productId()))
        .setParameter(6, account.currency().getCurrencyCode())
        .setParameter(7, account.status().name())
        .setParameter(8, account.openedAt().atOffset(ZoneOffset.UTC))
        .setParameter(9, account.version())
        .executeUpdate();
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  private void append(Changed changed, Instant at, Trail trail) {
    var account = changed.account();
    AccountEvents.store()
        .append(
            AccountEvents.connection(entities),
            AccountEvents.accountStream(account.id()),
            account.version() - 1,
            List.of(changed.event()),
            at,
            trail);
  }

  private static void restrict(
      StringBuilder where,
      Map<String, Object> parameters,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      parameters.put(name, value);
    }
  }
}
