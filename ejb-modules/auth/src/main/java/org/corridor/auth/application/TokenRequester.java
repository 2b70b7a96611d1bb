package org.corridor.auth.application;

import org.corridor.auth.domain.ApiClient;
import org.corridor.kernel.Confirmation;

/**
 * Who asks for tokens.
 *
 * @param boundTo the key that it has proved to have, or the certificate that it has shown, which
 *     its tokens are bound to (RFC 9449, RFC 8705); null if they are not
 */
record TokenRequester(ApiClient client, Confirmation boundTo) {

  /**
   * What its refresh tokens are bound to: of a client with credentials nothing, since it shows
   * those again (RFC 9449, section 5; RFC 8705, section 4).
   */
  Confirmation refreshTokensBoundTo() {
    return client.isPublic() ? boundTo : null;
  }
}
