package org.corridor.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a secret is and whose. It is authenticated with the secret, so that a secret which was
 * copied to another row, or to another column, does not open there.
 *
 * @param purpose such as {@code auth.second-factor}; no NUL
 * @param owner such as the id of the row
 */
public record SecretName(String purpose, String owner) {

  private static final char SEPARATOR = '\0';

  public SecretName {
    Objects.requireNonNull(owner, "owner");
    if (purpose.indexOf(SEPARATOR) >= 0) {
      throw new IllegalArgumentException("a purpose has no NUL");
    }
  }

  byte[] associatedData() {
    return (purpose + SEPARATOR + owner).getBytes(StandardCharsets.UTF_8);
  }
}
