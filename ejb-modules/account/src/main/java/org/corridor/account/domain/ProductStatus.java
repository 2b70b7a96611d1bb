package org.corridor.account.domain;

/** Accounts are opened with active products only; a retired one keeps those that it has. */
public enum ProductStatus {
  ACTIVE,
  RETIRED
}
