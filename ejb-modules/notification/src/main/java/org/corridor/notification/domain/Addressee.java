package org.corridor.notification.domain;

import java.util.Objects;
import java.util.UUID;

/**
 * Whom an event concerns, as far as the event itself tells: who that is, and how to reach it, is
 * asked of other contexts later.
 */
public record Addressee(Kind kind, UUID id) {

  /** What the id is of. */
  public enum Kind {
    CLIENT,
    USER,
    ACCOUNT_OWNER
  }

  public Addressee {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  public static Addressee client(UUID id) {
    return new Addressee(Kind.CLIENT, id);
  }

  public static Addressee user(UUID id) {
    return new Addressee(Kind.USER, id);
  }

  public static Addressee ownerOf(UUID accountId) {
    return new Addressee(Kind.ACCOUNT_OWNER, accountId);
  }
}
