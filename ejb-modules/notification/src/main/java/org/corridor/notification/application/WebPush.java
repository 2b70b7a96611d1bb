package org.corridor.notification.application;

import java.net.URI;
import java.util.Optional;

/** What must be known of push to subscribe to it. */
public interface WebPush {

  /**
   * The key by which devices subscribe ({@code applicationServerKey}), in base64url; empty if push
   * is not offered.
   */
  Optional<String> publicKey();

  /** Whether this server may call that address: HTTPS, and a push service that is known. */
  boolean mayCall(URI endpoint);

  /** A point of the curve P-256, uncompressed, in base64url. */
  boolean isKey(String key);

  /** Sixteen bytes, in base64url. */
  boolean isSecret(String secret);
}
