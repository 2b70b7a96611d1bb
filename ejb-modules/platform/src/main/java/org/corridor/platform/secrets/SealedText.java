package org.corridor.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code <scheme>.<id of the key>.<nonce and ciphertext>}, the latter two in base64url. Neither the
 * JWE nor the base64 that contexts have written begins like that.
 *
 * @param scheme whose key it is
 * @param base64 the last part
 */
record SealedText(Scheme scheme, String keyId, String base64) {

  private static final Pattern FORM = Pattern.compile("(k1|t1)\\.([\\w-]+)\\.([\\w-]+)");

  /** Where a key is found. */
  enum Scheme {
    /** In a key store; the id is the alias. */
    KEY_STORE("k1"),
    /** In the sealed text itself, wrapped by a vault; the id is what the vault unwraps. */
    TRANSIT("t1");

    private final String mark;

    Scheme(String mark) {
      this.mark = mark;
    }
  }

  static Optional<SealedText> parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var scheme = parts.group(1).equals(Scheme.TRANSIT.mark) ? Scheme.TRANSIT : Scheme.KEY_STORE;
    try {
      var keyId = new String(Base64.getUrlDecoder().decode(parts.group(2)), StandardCharsets.UTF_8);
      var found = new SealedText(scheme, keyId, parts.group(3));
      return found.ciphertext().length > 0 ? Optional.of(found) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  static SealedText of(Scheme scheme, String keyId, byte[] ciphertext) {
    return new SealedText(scheme, keyId, encoded(ciphertext));
  }

  /** The nonce and what is encrypted. */
  byte[] ciphertext() {
    return Base64.getUrlDecoder().decode(base64);
  }

  String written() {
    return scheme.mark + '.' + encoded(keyId.getBytes(StandardCharsets.UTF_8)) + '.' + base64;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
