package org.corridor.transaction.domain.saga;

import java.util.Objects;

/**
 * Why a saga goes back, or is stuck.
 *
 * @param step that was refused; null if somebody asked for it
 * @param code stable, for machines
 * @param detail for people
 */
public record Cause(String step, String code, String detail) {
  public Cause {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(detail, "detail");
  }
}
