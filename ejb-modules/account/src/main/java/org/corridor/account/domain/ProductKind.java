package org.corridor.account.domain;

/** What an account of the product is for. */
public enum ProductKind {
  CURRENT,
  SAVINGS
}
