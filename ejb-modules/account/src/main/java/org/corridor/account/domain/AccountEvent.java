package org.corridor.account.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** A step in the life of an account. */
public sealed interface AccountEvent extends DomainEvent {

  /**
   * @param clientId null for an internal account
   * @param branch null if it belongs to no branch
   * @param product the code of its product; null for an internal account
   */
  record AccountOpened(
      UUID accountId, String number, UUID clientId, String branch, String product, String currency)
      implements AccountEvent {

    public static final String TYPE = "account.account-opened.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record AccountFrozen(UUID accountId, FreezeReason reason) implements AccountEvent {

    public static final String TYPE = "account.account-frozen.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record AccountUnfrozen(UUID accountId) implements AccountEvent {

    public static final String TYPE = "account.account-unfrozen.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** Nothing has moved for long. */
  record AccountBecameDormant(UUID accountId) implements AccountEvent {

    public static final String TYPE = "account.account-became-dormant.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record AccountReactivated(UUID accountId) implements AccountEvent {

    public static final String TYPE = "account.account-reactivated.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record AccountClosed(UUID accountId) implements AccountEvent {

    public static final String TYPE = "account.account-closed.v1";

    @Override
    public String type() {
      return TYPE;
    }
  }
}
