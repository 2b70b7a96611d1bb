package org.corridor.client.domain;

/** Why a client was closed. */
public enum ClosureReason {
  REQUESTED_BY_CLIENT,
  DECEASED,
  DISSOLVED,
  FRAUD,
  OTHER
}
