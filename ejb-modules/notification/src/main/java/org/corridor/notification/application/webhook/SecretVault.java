package org.corridor.notification.application.webhook;

import java.util.UUID;

/** Keeps the secrets of endpoints so that the database alone does not tell them. */
public interface SecretVault {

  /** False if there is no key: then there are no webhooks. */
  boolean isOpen();

  /** What may be written into the database. */
  String seal(UUID endpointId, String secret);

  /**
   * What was sealed for that endpoint.
   *
   * @throws IllegalStateException if it was not, or under another key
   */
  String unseal(UUID endpointId, String ciphertext);
}
