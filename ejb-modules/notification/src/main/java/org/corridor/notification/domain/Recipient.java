package org.corridor.notification.domain;

import java.util.Objects;
import java.util.UUID;

/** Who is told: a client, or a member of the staff, who is none. */
public record Recipient(Kind kind, UUID id) {

  /** What the id is of. */
  public enum Kind {
    CLIENT,
    USER
  }

  public Recipient {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  public static Recipient client(UUID id) {
    return new Recipient(Kind.CLIENT, id);
  }

  public static Recipient user(UUID id) {
    return new Recipient(Kind.USER, id);
  }

  /**
   * Reads what {@link #toString} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Recipient parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a recipient: " + text);
    }
    var id = UUID.fromString(text.substring(slash + 1));
    return switch (text.substring(0, slash)) {
      case "client" -> client(id);
      case "user" -> user(id);
      default -> throw new IllegalArgumentException("not a recipient: " + text);
    };
  }

  /** {@code client/0192...} or {@code user/0192...}. */
  @Override
  public String toString() {
    return (kind == Kind.CLIENT ? "client/" : "user/") + id;
  }
}
