package org.corridor.client.domain;

/** Why a client was suspended; a code, since events carry it and free text would carry names. */
public enum SuspensionReason {
  REQUESTED_BY_CLIENT,
  SUSPECTED_FRAUD,
  LEGAL_ORDER,
  KYC_EXPIRED,
  OTHER
}
