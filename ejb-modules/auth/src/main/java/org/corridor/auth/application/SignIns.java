package org.corridor.auth.application;

import java.util.UUID;
import org.corridor.auth.domain.LockOut;

/** Keeps how each user's attempts to sign in went. */
public interface SignIns {

  /** Nobody else changes it until the transaction ends. */
  Attempts lock(UUID userId);

  void save(Attempts attempts);

  /**
   * The attempts of a user.
   *
   * @param version of the stream of sign-in events
   */
  record Attempts(UUID userId, long version, LockOut lockOut) {

    public Attempts with(LockOut next) {
      return new Attempts(userId, version, next);
    }

    public Attempts afterEvent() {
      return new Attempts(userId, version + 1, lockOut);
    }

    public String stream() {
      return "sign-in/" + userId;
    }
  }
}
