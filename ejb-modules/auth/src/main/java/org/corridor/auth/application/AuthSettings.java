package org.corridor.auth.application;

import java.net.URI;
import java.time.Duration;

/**
 * What the protocol's use cases must know of the configuration.
 *
 * @param issuer the public address of this service, such as {@code https://bank/api/auth/v1}
 * @param signInLifetime from a sign-in until its last refresh token ends
 * @param refreshIdle how long a refresh token may lie unused
 * @param asksForCertificates whether clients can show one in TLS (RFC 8705)
 */
public record AuthSettings(
    URI issuer,
    Duration accessTokenLifetime,
    Duration signInLifetime,
    Duration refreshIdle,
    boolean asksForCertificates) {

  public URI endpoint(String path) {
    return URI.create(issuer + path);
  }
}
