package org.corridor.kernel;

import java.util.Map;
import java.util.Objects;

/**
 * What a token is bound to (the claim {@code cnf}, RFC 7800): it is worth something only to whoever
 * has that.
 *
 * @param thumbprint SHA-256, in base64url
 */
public record Confirmation(Method method, String thumbprint) {

  /** How its bearer shows that it has it. */
  public enum Method {
    /** By a proof that its key has signed; the thumbprint is the JWK's (RFC 9449, section 6.1). */
    KEY("jkt"),
    /** By the certificate that it shows in TLS (RFC 8705, section 3.1). */
    CERTIFICATE("x5t#S256");

    private final String member;

    Method(String member) {
      this.member = member;
    }
  }

  public Confirmation {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(thumbprint, "thumbprint");
  }

  public static Confirmation ofKey(String thumbprint) {
    return new Confirmation(Method.KEY, thumbprint);
  }

  public static Confirmation ofCertificate(String thumbprint) {
    return new Confirmation(Method.CERTIFICATE, thumbprint);
  }

  /**
   * @param claim the value of {@code cnf}
   * @throws IllegalArgumentException if that is a way which is not known here, or more than one
   */
  public static Confirmation of(Map<String, Object> claim) {
    for (var method : Method.values()) {
      if (claim.size() == 1 && claim.get(method.member) instanceof String thumbprint) {
        return new Confirmation(method, thumbprint);
      }
    }
    throw new IllegalArgumentException("bound in an unknown way");
  }

  /** The value of {@code cnf}. */
  public Map<String, String> claim() {
    return Map.of(method.member, thumbprint);
  }
}
