package org.corridor.auth.application;

import java.net.URI;
import java.util.Set;
import org.corridor.auth.domain.Audience;

/**
 * An authorization request that was found in order and waits for its user.
 *
 * @param bindingHash of the cookie in the browser that it began in
 * @param csrfHash of the token in the form
 * @param state null if the client sent none
 * @param nonce null if the client sent none
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
    Set<Audience> audiences) {

  public PendingSignIn {
    scopes = Set.copyOf(scopes);
    audiences = Set.copyOf(audiences);
  }
}
