package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * Who asked for a transaction, and when.
 *
 * @param by the maker
 * @param correlationId of the request
 */
public record Making(String by, Instant at, String correlationId) {

  public Making {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(correlationId, "correlationId");
  }
}
