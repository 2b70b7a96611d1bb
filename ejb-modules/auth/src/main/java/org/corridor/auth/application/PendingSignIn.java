package org.corridor.auth.application;

import java.net.URI;
import java.util.Set;
import org.corridor.auth.domain.Audience;

/**
 * An authorization request that was found in order and waits for its user.
 *
 * @param bindingHash of the cookie in the browser that it began in
 * @param csrfHash of the token in the form
 * @param apiClientId null for one's own page here
 * @param state null if the client sent none
 * @param nonce null if the client sent none
 * @param boundKey SHA-256 thumbprint of the key that the code will be bound to (RFC 9449, section
 *     10); null if it is not bound
 * @param demand how fresh and strong the sign-in must be
 */
public record PendingSignIn(
    String bindingHash,
    String csrfHash,
    String apiClientId,
    String apiClientName,
    URI redirectUri,
    String state,
    String nonce,
    String codeChallenge,
    Set<String> scopes,
    Set<Audience> audiences,
    String boundKey,
    Demand demand) {

  public PendingSignIn {
    scopes = Set.copyOf(scopes);
    audiences = Set.copyOf(audiences);
    demand = demand == null ? Demand.none() : demand;
  }

  /** Of one who wants to see its own page here, and is sent there without a code. */
  boolean isOfOwnPages() {
    return apiClientId == null;
  }
}
