package org.corridor.contracts.auth;

import java.time.Instant;

/**
 * Where somebody chooses a password.
 *
 * @param address for that user alone: whoever has it can choose the password
 */
public record PasswordLinkAddress(String address, Instant validUntil) {

  /** Without the address. */
  @Override
  public String toString() {
    return "PasswordLinkAddress[until " + validUntil + "]";
  }
}
