package org.corridor.auth.application;

import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.TokenFamilyRevoked;

/** Counts what the business wants to see. */
public interface AuthCounts {

  void tokenIssued(GrantType grant);

  void tokenRefused(String error);

  /**
   * @param outcome {@code succeeded} or why not
   */
  void signIn(String outcome);

  void familyRevoked(TokenFamilyRevoked.Reason reason);
}
