package org.corridor.auth.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.Passkey;

/** Keeps passkeys; of a device's private keys it has nothing. */
public interface Passkeys {

  /** The oldest first. */
  List<Passkey> of(UUID userId);

  /** Nobody else changes those of this user until the transaction ends. */
  void lockOf(UUID userId);

  /**
   * @param credentialId as the device names it, in base64url
   */
  Optional<Passkey> byCredential(String credentialId);

  void add(Passkey passkey);

  void save(Passkey passkey);

  void remove(UUID id);
}
