package org.corridor.auth.application;

import org.corridor.auth.domain.ApiClient;

/**
 * Who asks for tokens.
 *
 * @param boundKey SHA-256 thumbprint of the key that it has proved to have, which its tokens are
 *     bound to (RFC 9449); null if it has shown none
 */
record TokenRequester(ApiClient client, String boundKey) {

  /**
   * What its refresh tokens are bound to: of a client with credentials nothing, since it shows
   * those again (RFC 9449, section 5).
   */
  String keyOfRefreshTokens() {
    return client.isPublic() ? boundKey : null;
  }
}
