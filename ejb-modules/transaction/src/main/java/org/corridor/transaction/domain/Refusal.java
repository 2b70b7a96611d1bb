package org.corridor.transaction.domain;

import java.util.Objects;

/**
 * Why the ledger declined.
 *
 * @param code stable, for machines: {@code insufficient-funds}
 * @param detail for people
 */
public record Refusal(String code, String detail) {

  public Refusal {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
