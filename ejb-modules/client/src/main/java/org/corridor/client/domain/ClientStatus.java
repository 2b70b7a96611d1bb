package org.corridor.client.domain;

/** {@code PROSPECT -> ACTIVE <-> SUSPENDED -> CLOSED}. */
public enum ClientStatus {
  PROSPECT,
  ACTIVE,
  SUSPENDED,
  CLOSED
}
