package org.corridor.account.domain.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Tells whether two commands with the same id ask for the same.
 *
 * @param hex SHA-256 of the command's content
 */
public record Fingerprint(String hex) {

  private static final char SEPARATOR = '\u001f';

  public Fingerprint {
    Objects.requireNonNull(hex, "hex");
  }

  public static Fingerprint ofBytes(byte[] sha256) {
    return new Fingerprint(HexFormat.of().formatHex(sha256));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /**
   * Each part goes in with its length before it, so that no two lists of parts read the same.
   *
   * @param parts may contain null, which differs from an empty text
   */
  static Fingerprint of(Iterable<?> parts) {
    var content = new StringBuilder(256);
    for (var part : parts) {
      if (part == null) {
        content.append('-');
      } else {
        var text = part.toString();
        content.append(text.length()).append(':').append(text);
      }
      content.append(SEPARATOR);
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ofBytes(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
