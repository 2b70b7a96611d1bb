package org.corridor.auth.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.corridor.auth.domain.Revocation;

/**
 * Keeps which access tokens count for nothing, in the database: it is written with what it comes
 * from, and Redis need not be there. That people have signed out everywhere stands with them.
 */
public interface Revocations {

  /** Joins the current transaction. */
  void add(Revocation revocation);

  /** All that matter still and were made then or later, also of people who must sign in again. */
  List<Revocation> since(Instant at);

  /**
   * Whether a token was revoked by what it says of itself; that its owner must sign in again is not
   * looked at.
   *
   * @param claims by their names
   */
  boolean isRevoked(Map<String, String> claims, Instant issuedAt);
}
