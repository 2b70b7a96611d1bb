package org.corridor.account.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountNumber;
import org.corridor.account.domain.AccountOutcome.Changed;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.platform.events.Trail;

/** All accounts there are. */
public interface Accounts {

  Optional<Account> find(UUID id);

  /** Also finds internal accounts. */
  Optional<Account> findByNumber(String number);

  /** Those with the ids, as far as they exist, in no order. */
  List<Account> findAll(List<UUID> ids);

  /** Those with the numbers, as far as they exist, in no order; also internal accounts. */
  List<Account> findAllByNumber(List<String> numbers);

  /** In the order of opening, after the account with the given id; up to {@code limit}. */
  List<Account> list(AccountFilter filter, UUID after, int limit);

  /**
   * Locks what the ledger keeps of the account until the transaction ends, and only then reads the
   * account: no posting comes between the decision and its commit.
   */
  Optional<LockedAccount> lock(UUID id);

  /** An account and its money, locked. */
  record LockedAccount(Account account, LedgerAccount money) {}

  AccountNumber nextNumber();

  /**
   * Adds an account together with its balance.
   *
   * @throws AlreadyExists if its number is taken
   */
  void add(Changed opened, LedgerAccount money, Instant at, Trail trail);

  /** Keeps a change to an account that this transaction has locked. */
  void keep(Changed changed, Instant at, Trail trail);
}
