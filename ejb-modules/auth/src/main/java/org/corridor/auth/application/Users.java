package org.corridor.auth.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;

/** Keeps users. */
public interface Users {

  Optional<User> byId(UUID id);

  /** Nobody else changes the user until the transaction ends. */
  Optional<User> lockedById(UUID id);

  Optional<User> byUsername(String username);

  /** False if the user name is taken. */
  boolean add(User user);

  void save(User user);

  /** In the order of their ids, which is that of their creation. */
  List<User> list(Filter filter, UUID after, int limit);

  /**
   * Which users.
   *
   * @param branch null for any
   * @param status null for any
   */
  record Filter(String branch, UserStatus status) {}
}
