package org.corridor.transaction.domain;

/** Why a transaction needs a second pair of eyes. */
public enum ApprovalReason {
  /** The amount is above the threshold that its limit sets. */
  ABOVE_THRESHOLD,
  /** The amount is above what its maker may move alone. */
  ABOVE_OWN_LIMIT
}
