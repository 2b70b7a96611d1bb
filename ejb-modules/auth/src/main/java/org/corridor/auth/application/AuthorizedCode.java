package org.corridor.auth.application;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Audience;

/**
 * What an authorization code stands for.
 *
 * @param familyId what the refresh tokens that come from it will belong to
 * @param codeChallenge SHA-256 of the verifier (RFC 7636, method S256)
 * @param nonce null if the client sent none
 * @param boundKey SHA-256 thumbprint of the key without which it is void; null if it is not bound
 * @param proof how the user has shown who it is
 */
public record AuthorizedCode(
    UUID familyId,
    String apiClientId,
    UUID userId,
    URI redirectUri,
    String codeChallenge,
    Set<String> scopes,
    Set<Audience> audiences,
    String nonce,
    Instant authenticatedAt,
    String boundKey,
    Proof proof) {

  public AuthorizedCode {
    scopes = Set.copyOf(scopes);
    audiences = Set.copyOf(audiences);
    proof = proof == null ? Proof.password() : proof;
  }
}
