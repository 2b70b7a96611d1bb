package org.corridor.account.domain.ledger;

/** {@code ACTIVE -> CAPTURED | RELEASED | EXPIRED}. */
public enum HoldStatus {
  ACTIVE,
  CAPTURED,
  RELEASED,
  EXPIRED
}
