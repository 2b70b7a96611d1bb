package org.corridor.auth.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.PasswordLink;

/** Keeps the links by which people choose a password. */
public interface PasswordLinks {

  void add(PasswordLink link);

  Optional<PasswordLink> byId(UUID id);

  /** Nobody else changes the user's links until the transaction ends. */
  void lockOf(UUID userId);

  /** Those that are good, whatever for. */
  void endAllOf(UUID userId, Instant at);

  int madeSince(UUID userId, Instant since);
}
