package org.corridor.auth.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the hashes of what users' passwords were before. */
public interface FormerPasswords {

  /** The newest first. */
  List<String> of(UUID userId, int most);

  /** Joins the current transaction; forgets those beyond the newest ones. */
  void add(UUID userId, String hash, Instant replacedAt, int kept);
}
