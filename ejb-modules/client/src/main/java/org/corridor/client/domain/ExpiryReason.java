package org.corridor.client.domain;

/** Why an approval of KYC does not hold any longer. */
public enum ExpiryReason {
  VALIDITY_ENDED,
  /** The client is no longer who was approved. */
  PARTY_CHANGED
}
