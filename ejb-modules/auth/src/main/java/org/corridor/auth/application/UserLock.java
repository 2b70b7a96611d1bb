package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.auth.domain.User;

/**
 * One after the other for each user: whoever redeems a code sees what was taken back before, and
 * whoever takes something back sees the tokens of each code that was redeemed before.
 */
@ApplicationScoped
public class UserLock {

  private final Users users;
  private final Transactions transactions;

  @Inject
  public UserLock(Users users, Transactions transactions) {
    this.users = users;
    this.transactions = transactions;
  }

  /** For the container's proxy. */
  protected UserLock() {
    this(null, null);
  }

  /**
   * Does the work in a transaction of its own, in which the user's row is locked.
   *
   * @param work takes the user; empty if there is none
   */
  <T> T within(UUID userId, Function<Optional<User>, T> work) {
    return transactions.inNew(() -> work.apply(users.lockedById(userId)));
  }
}
