package org.corridor.auth.domain;

/** Only {@link #ACTIVE} users get tokens. */
public enum UserStatus {
  ACTIVE,
  /** After too many failed sign-ins in a row, or by an administrator; who may unlock it too. */
  LOCKED,
  /** Has left; may come back. */
  DISABLED
}
