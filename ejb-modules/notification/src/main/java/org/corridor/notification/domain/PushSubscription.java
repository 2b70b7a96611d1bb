package org.corridor.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser or an app that takes push messages (RFC 8030).
 *
 * @param endpoint of the push service: who knows it can send there
 * @param key the device's P-256 public key, uncompressed, in base64url ({@code p256dh})
 * @param secret its authentication secret of 16 bytes, in base64url ({@code auth})
 */
public record PushSubscription(
    UUID id, Recipient recipient, String endpoint, String key, String secret, Instant createdAt) {

  /** Without what lets others send there. */
  @Override
  public String toString() {
    return "PushSubscription[" + id + "]";
  }
}
