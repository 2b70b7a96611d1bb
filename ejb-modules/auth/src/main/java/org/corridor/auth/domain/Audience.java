package org.corridor.auth.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A context that takes tokens. */
public enum Audience {
  AUTH,
  CLIENT,
  ACCOUNT,
  TRANSACTION,
  NOTIFICATION;

  /** As it stands in tokens: {@code corridor-account}. */
  public String claim() {
    return "corridor-" + name().toLowerCase(Locale.ROOT);
  }

  /** As a request names it (RFC 8707): {@code urn:corridor:account}. */
  public String resource() {
    return "urn:corridor:" + name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Audience> ofResource(String uri) {
    for (var audience : values()) {
      if (audience.resource().equals(uri)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  public static Set<Audience> all() {
    return EnumSet.allOf(Audience.class);
  }
}
