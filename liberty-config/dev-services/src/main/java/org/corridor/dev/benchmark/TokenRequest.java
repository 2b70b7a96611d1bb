package org.corridor.dev.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/** How a machine asks for access tokens: client credentials, with its secret. */
final class TokenRequest {

  private static final int OK = 200;
  private static final String FORM = "grant_type=client_credentials";

  private TokenRequest() {}

  /** One that asks again and again. */
  static HttpLoadClient client(URI base, SSLContext tls, String clientId, String secret) {
    var request = of(base, clientId, secret);
    return new HttpLoadClient(base, tls, () -> request, OK);
  }

  private static byte[] of(URI base, String clientId, String secret) {
    var pair = (clientId + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    var text =
        """
        POST /api/auth/v1/token HTTP/1.1
        Host: %s
        Authorization: Basic %s
        Content-Type: application/x-www-form-urlencoded
        Accept: application/json
        Content-Length: %d

        """
            .formatted(
                base.getAuthority(), Base64.getEncoder().encodeToString(pair), FORM.length());
    return (text.replace("\n", "\r\n") + FORM).getBytes(StandardCharsets.US_ASCII);
  }
}
