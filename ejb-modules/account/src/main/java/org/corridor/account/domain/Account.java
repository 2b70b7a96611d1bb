package org.corridor.account.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.corridor.account.domain.AccountOutcome.Changed;
import org.corridor.account.domain.AccountOutcome.WrongAccountStatus;
import org.corridor.account.domain.ledger.LedgerAccount;

/**
 * Who an account belongs to and whether it may be used; its money is the ledger's ({@link
 * LedgerAccount}).
 *
 * <p>{@code PENDING -> ACTIVE <-> FROZEN -> CLOSED}, and {@code DORMANT} after silence. Closed only
 * at zero and without holds, and for good.
 *
 * @param number unique, for people
 * @param clientId the owner; null for an internal account
 * @param branch that looks after it; null for an internal account of the whole organisation
 * @param productId null for an internal account
 * @param closedAt null until it is closed
 * @param version grows by one with each event, from 1
 */
public record Account(
    UUID id,
    String number,
    UUID clientId,
    String branch,
    UUID productId,
    Currency currency,
    AccountStatus status,
    Instant openedAt,
    Instant closedAt,
    long version) {

  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(openedAt, "openedAt");
    if ((clientId == null) != (productId == null)) {
      throw new IllegalArgumentException("a client's account has a product, an internal one none");
    }
  }

  /** Opens an account of a client, ready to be used. */
  public static Changed open(
      UUID id, AccountNumber number, UUID clientId, String branch, Product product, Instant at) {
    Objects.requireNonNull(clientId, "clientId");
    var account =
        new Account(
            id,
            number.value(),
            clientId,
            branch,
            product.id(),
            product.currency(),
            AccountStatus.ACTIVE,
            at,
            null,
            1);
    return new Changed(account, account.opened(product.code()));
  }

  /** Opens an account of the organisation itself. */
  public static Changed openInternal(UUID id, InternalNumber number, Instant at) {
    var account =
        new Account(
            id,
            number.value(),
            null,
            number.branch(),
            null,
            number.currency(),
            AccountStatus.ACTIVE,
            at,
            null,
            1);
    return new Changed(account, account.opened(null));
  }

  public boolean isInternal() {
    return clientId == null;
  }

  public AccountOutcome freeze(FreezeReason reason) {
    if (status != AccountStatus.ACTIVE && status != AccountStatus.DORMANT) {
      return new WrongAccountStatus(status);
    }
    return new Changed(
        become(AccountStatus.FROZEN, null), new AccountEvent.AccountFrozen(id, reason));
  }

  public AccountOutcome unfreeze() {
    if (status != AccountStatus.FROZEN) {
      return new WrongAccountStatus(status);
    }
    return new Changed(become(AccountStatus.ACTIVE, null), new AccountEvent.AccountUnfrozen(id));
  }

  /**
   * Nothing has moved for as long as the product allows. What is held is about to move.
   *
   * @param money what the ledger keeps of this account, locked
   */
  public AccountOutcome becomeDormant(LedgerAccount money) {
    if (status != AccountStatus.ACTIVE) {
      return new WrongAccountStatus(status);
    }
    if (money.held() != 0) {
      return new AccountOutcome.AccountHasHolds();
    }
    return new Changed(
        become(AccountStatus.DORMANT, null), new AccountEvent.AccountBecameDormant(id));
  }

  public AccountOutcome reactivate() {
    if (status != AccountStatus.DORMANT) {
      return new WrongAccountStatus(status);
    }
    return new Changed(become(AccountStatus.ACTIVE, null), new AccountEvent.AccountReactivated(id));
  }

  /**
   * @param money what the ledger keeps of this account, locked
   * @param interestIsUnsettled true if any has accrued, or is yet to, that is not booked
   */
  public AccountOutcome close(LedgerAccount money, boolean interestIsUnsettled, Instant at) {
    if (status == AccountStatus.CLOSED) {
      return new WrongAccountStatus(status);
    }
    if (money.held() != 0) {
      return new AccountOutcome.AccountHasHolds();
    }
    if (money.booked() != 0) {
      return new AccountOutcome.AccountNotEmpty();
    }
    if (interestIsUnsettled) {
      return new AccountOutcome.AccountHasInterest();
    }
    return new Changed(become(AccountStatus.CLOSED, at), new AccountEvent.AccountClosed(id));
  }

  private Account become(AccountStatus next, Instant closed) {
    return new Account(
        id,
        number,
        clientId,
        branch,
        productId,
        currency,
        next,
        openedAt,
        closed,
        Math.addExact(version, 1));
  }

  private AccountEvent.AccountOpened opened(String product) {
    return new AccountEvent.AccountOpened(
        id, number, clientId, branch, product, currency.getCurrencyCode());
  }
}
