package org.corridor.contracts.auth;

import java.util.UUID;

/**
 * How to reach a user; no name.
 *
 * @param clientId the client record that a customer is; null for staff
 * @param email null if it has none
 */
public record UserContact(UUID id, UUID clientId, String email) {

  /** Without the address. */
  @Override
  public String toString() {
    return "UserContact[" + id + "]";
  }
}
