package org.corridor.dev.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/** A machine that asks for access tokens: client credentials, with its secret. */
final class TokenLoadClient implements LoadClient {

  private static final int OK = 200;
  private static final String FORM = "grant_type=client_credentials";

  private final HttpConnection connection;
  private final byte[] request;
  private int status;

  TokenLoadClient(URI base, SSLContext tls, String clientId, String secret) {
    this.connection = new HttpConnection(base, tls);
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
    this.request = (text.replace("\n", "\r\n") + FORM).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void open() throws IOException {
    connection.open();
  }

  @Override
  public Result send() throws IOException {
    status = connection.exchange(request);
    return status == OK ? Result.DONE : Result.FAILED;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** For the message on an answer that was not expected. */
  @Override
  public String toString() {
    return "status " + status;
  }
}
