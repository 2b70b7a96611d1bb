package org.corridor.client.domain;

/** Why the KYC of a client was rejected. */
public enum RejectionReason {
  DOCUMENTS_INSUFFICIENT,
  IDENTITY_NOT_CONFIRMED,
  SCREENING_HIT,
  RISK_TOO_HIGH,
  OTHER
}
