package org.corridor.client.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a client comes from; it never changes.
 *
 * @param branch that keeps the client
 * @param registeredBy the subject of who registered it: may not decide its KYC
 */
public record Origin(String branch, String registeredBy, Instant registeredAt) {

  public Origin {
    Rules.require(Codes.isBranch(branch), "branch");
    Objects.requireNonNull(registeredBy, "registeredBy");
    Objects.requireNonNull(registeredAt, "registeredAt");
  }
}
