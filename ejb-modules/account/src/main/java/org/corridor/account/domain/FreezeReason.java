package org.corridor.account.domain;

/** Why an account was frozen. */
public enum FreezeReason {
  CLIENT_REQUEST,
  COMPLIANCE,
  COURT_ORDER,
  SUSPECTED_FRAUD
}
