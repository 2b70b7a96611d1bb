package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.PasswordRule;
import org.corridor.auth.domain.User;

/** Says whether a password may be chosen. */
@ApplicationScoped
public class PasswordPolicy {

  private final BreachedPasswords breached;
  private final FormerPasswords former;
  private final PasswordHashing hashing;
  private final PeopleSettings settings;

  @Inject
  public PasswordPolicy(
      BreachedPasswords breached,
      FormerPasswords former,
      PasswordHashing hashing,
      PeopleSettings settings) {
    this.breached = breached;
    this.former = former;
    this.hashing = hashing;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected PasswordPolicy() {
    this(null, null, null, null);
  }

  /** For whoever does not choose its own: what a user had before is not for others to find out. */
  Optional<PasswordFault> fault(String wanted, String username) {
    var fault = PasswordRule.fault(wanted, username);
    if (fault.isEmpty()
        && PasswordRule.wellKnownForms(wanted).stream().anyMatch(breached::contains)) {
      return Optional.of(PasswordFault.BREACHED);
    }
    return fault;
  }

  /** For the user itself; only for who has proven to be it. Takes a slow hash for each. */
  Optional<PasswordFault> fault(String wanted, User user) {
    var fault = fault(wanted, user.username());
    return fault.isEmpty() && isFormer(wanted, user.id(), user.passwordHash())
        ? Optional.of(PasswordFault.REUSED)
        : fault;
  }

  private boolean isFormer(String wanted, UUID userId, String current) {
    if (settings.formerPasswords() == 0) {
      return false;
    }
    if (current != null && hashing.matches(wanted, current)) {
      return true;
    }
    return former.of(userId, settings.formerPasswords() - 1).stream()
        .anyMatch(hash -> hashing.matches(wanted, hash));
  }

  static Refusal refusal(PasswordFault fault) {
    return new Refusal.AgainstRule(fault.code(), fault.detail());
  }
}
