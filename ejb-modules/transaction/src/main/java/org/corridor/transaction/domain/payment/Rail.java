package org.corridor.transaction.domain.payment;

/** The way that a payment takes. */
public enum Rail {
  /** A credit transfer in euro, to an IBAN. */
  SEPA,
  /** A credit transfer in any currency, to an account at a bank that its BIC names. */
  SWIFT
}
