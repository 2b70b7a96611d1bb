package org.corridor.auth.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How somebody has shown who it is.
 *
 * @param methods by their codes (RFC 8176)
 * @param sessionId of the browser's session; null without one
 */
public record Proof(Set<String> methods, UUID sessionId) {

  public static final String PASSWORD = "pwd";
  public static final String ONE_TIME_CODE = "otp";

  /**
   * Of a key. Here that is a passkey, whose device has looked who uses it: so it is two factors,
   * something that one has and something that one knows or is.
   */
  public static final String PASSKEY = "pop";

  /** Of tokens and requests ({@code acr_values}): a password alone. */
  public static final String ACR_PASSWORD = "urn:corridor:acr:password";

  /** The same, with a second factor. */
  public static final String ACR_TWO_FACTORS = "urn:corridor:acr:two-factors";

  private static final String SEVERAL = "mfa";

  public Proof {
    methods = Set.copyOf(methods);
  }

  public static Proof password() {
    return new Proof(Set.of(PASSWORD), null);
  }

  public boolean hasTwoFactors() {
    return methods.contains(PASSKEY)
        || (methods.contains(PASSWORD) && methods.contains(ONE_TIME_CODE));
  }

  /** The claim {@code acr} (OpenID Connect Core, section 2). */
  public String acr() {
    return hasTwoFactors() ? ACR_TWO_FACTORS : ACR_PASSWORD;
  }

  /** The claim {@code amr}. */
  public List<String> amr() {
    var codes = new ArrayList<>(methods.stream().sorted().toList());
    if (hasTwoFactors()) {
      codes.add(SEVERAL);
    }
    return codes;
  }

  Proof in(UUID session) {
    return new Proof(methods, session);
  }
}
