package org.corridor.contracts.auth;

import java.util.Optional;
import java.util.UUID;

/**
 * What others must know of users. In the EAR it is looked up as {@code
 * java:app/corridor-auth/UserDirectory!org.corridor.contracts.auth.UserContract}; over HTTP it is
 * {@code /api/auth/v1/users/{id}}.
 */
public interface UserContract {

  /** Empty if there is no such user. */
  Optional<UserContact> contact(UUID id);

  /**
   * For whoever sends it to the user. Empty if it is used, over, or there is none; over HTTP it is
   * {@code /api/auth/v1/password-links/{id}}.
   */
  Optional<PasswordLinkAddress> passwordLink(UUID linkId);
}
