package org.corridor.auth.infrastructure;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.application.TellPasswordLink;
import org.corridor.auth.application.Users;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.auth.UserContract;

/** The context's door for callers in the same EAR. */
@Stateless(name = "UserDirectory")
@Local(UserContract.class)
public class UserDirectory implements UserContract {

  private final Users users;
  private final TellPasswordLink links;

  @Inject
  public UserDirectory(Users users, TellPasswordLink links) {
    this.users = users;
    this.links = links;
  }

  /** For the container, which demands it to be public. */
  public UserDirectory() {
    this(null, null);
  }

  @Override
  public Optional<UserContact> contact(UUID id) {
    return users
        .byId(id)
        .map(
            user ->
                new UserContact(
                    user.id(), user.assignment().corridorClient(), user.profile().email()));
  }

  @Override
  public Optional<PasswordLinkAddress> passwordLink(UUID linkId) {
    return links.of(linkId);
  }
}
