package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;

/** Finds accounts, among those that the caller reaches. */
@ApplicationScoped
public class ReadAccounts {

  private final Accounts accounts;

  @Inject
  public ReadAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  /** For the container's proxy. */
  protected ReadAccounts() {
    this(null);
  }

  @Transactional
  public Optional<Account> byId(Caller caller, UUID id) {
    return accounts.find(id).filter(account -> reaches(caller, account));
  }

  /** In the order of opening, after the account with the given id; up to {@code limit}. */
  @Transactional
  public List<Account> list(Caller caller, AccountFilter asked, UUID after, int limit) {
    return AccountAccess.narrow(caller, asked)
        .map(filter -> accounts.list(filter, after, limit))
        .orElse(List.of());
  }

  /** True if the caller reaches every one of the accounts. */
  @Transactional
  public boolean reachesAll(Caller caller, List<UUID> ids) {
    var found = accounts.findAll(ids);
    return found.size() == ids.size()
        && found.stream().allMatch(account -> reaches(caller, account));
  }

  private static boolean reaches(Caller caller, Account account) {
    var reaches = AccountAccess.reaches(caller, account);
    return Concealed.unless(reaches, caller, "account", account.id());
  }
}
