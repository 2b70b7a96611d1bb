package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;

/** Tells a caller who it is. */
@ApplicationScoped
public class DescribeSubject {

  private final Users users;

  @Inject
  public DescribeSubject(Users users) {
    this.users = users;
  }

  /** For the container's proxy. */
  protected DescribeSubject() {
    this(null);
  }

  /** Empty if the caller is a machine. */
  public Optional<User> user(Caller caller) {
    try {
      return users.byId(UUID.fromString(caller.subject()));
    } catch (IllegalArgumentException machine) {
      return Optional.empty();
    }
  }
}
