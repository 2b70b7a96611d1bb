package org.corridor.auth.application;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.kernel.Confirmation;

/**
 * The refresh tokens that come from one sign-in; one of them is current at any time.
 *
 * @param scopes what the client was granted; a refresh may ask for less
 * @param boundKey SHA-256 thumbprint of the key without which it cannot be refreshed (RFC 9449,
 *     section 5); null if it is not bound to one
 * @param boundCertificate the same of a certificate (RFC 8705, section 4)
 * @param expiresAt when all of it ends, however often it is refreshed
 * @param proof how the user has shown who it is
 */
public record TokenFamily(
    UUID id,
    String apiClientId,
    UUID userId,
    Set<String> scopes,
    Set<Audience> audiences,
    Instant authenticatedAt,
    String boundKey,
    String boundCertificate,
    Instant expiresAt,
    Proof proof) {

  public TokenFamily {
    scopes = Set.copyOf(scopes);
    audiences = Set.copyOf(audiences);
    proof = proof == null ? Proof.password() : proof;
  }

  public static TokenFamily from(AuthorizedCode code, Confirmation boundTo, Instant expiresAt) {
    return new TokenFamily(
        code.familyId(),
        code.apiClientId(),
        code.userId(),
        code.scopes(),
        code.audiences(),
        code.authenticatedAt(),
        thumbprint(boundTo, Confirmation.Method.KEY),
        thumbprint(boundTo, Confirmation.Method.CERTIFICATE),
        expiresAt,
        code.proof());
  }

  private static String thumbprint(Confirmation boundTo, Confirmation.Method method) {
    return boundTo != null && boundTo.method() == method ? boundTo.thumbprint() : null;
  }

  /** What it cannot be refreshed without; null if that is nothing. */
  Confirmation boundTo() {
    if (boundKey != null) {
      return Confirmation.ofKey(boundKey);
    }
    return boundCertificate == null ? null : Confirmation.ofCertificate(boundCertificate);
  }

  public TokenFamilyRevoked revoked(TokenFamilyRevoked.Reason reason) {
    return new TokenFamilyRevoked(id, userId, apiClientId, reason);
  }
}
