package org.corridor.client.domain;

import java.util.Objects;

/** One way to reach a client. */
public record ContactPoint(Kind kind, String value) {

  /** How to reach it. */
  public enum Kind {
    EMAIL,
    PHONE
  }

  public ContactPoint {
    Objects.requireNonNull(kind, "kind");
    Rules.require(isValid(kind, value), "contact point");
  }

  public static boolean isValid(Kind kind, String value) {
    return kind == Kind.EMAIL ? Codes.isEmail(value) : Codes.isPhone(value);
  }
}
