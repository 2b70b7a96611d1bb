package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * What makes a link unguessable: a digest of its id under a key that is not in the database. So it
 * can be told at any time to whoever sends it, and is kept nowhere.
 */
@ApplicationScoped
public class PasswordLinkSecrets {

  private static final char SEPARATOR = '.';

  private final SecretDigests digests;

  @Inject
  public PasswordLinkSecrets(SecretDigests digests) {
    this.digests = digests;
  }

  /** For the container's proxy. */
  protected PasswordLinkSecrets() {
    this(null);
  }

  /** A link as somebody presents it. */
  record Presented(UUID id, String secret) {

    static Optional<Presented> parse(String token) {
      var at = token.indexOf(SEPARATOR);
      if (at < 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Presented(UUID.fromString(token.substring(0, at)), token.substring(at + 1)));
      } catch (IllegalArgumentException notOurs) {
        return Optional.empty();
      }
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Presented[" + id + "]";
    }
  }

  String of(UUID linkId) {
    return digests.of("password link " + linkId);
  }

  String token(UUID linkId) {
    return linkId.toString() + SEPARATOR + of(linkId);
  }
}
