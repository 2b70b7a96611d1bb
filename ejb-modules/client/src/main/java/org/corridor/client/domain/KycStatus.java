package org.corridor.client.domain;

/** {@code NOT_STARTED -> IN_REVIEW -> APPROVED | REJECTED}, {@code APPROVED -> EXPIRED}. */
public enum KycStatus {
  NOT_STARTED,
  IN_REVIEW,
  APPROVED,
  REJECTED,
  EXPIRED
}
