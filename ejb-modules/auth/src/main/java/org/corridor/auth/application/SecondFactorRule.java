package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.User;

/**
 * Of whom more is wanted than a password: of who has switched on something more, and of who has a
 * role that nobody has without.
 */
@ApplicationScoped
public class SecondFactorRule {

  static final Duration RECENT = Duration.ofMinutes(10);

  private final SecondFactors codes;
  private final Passkeys passkeys;
  private final Users users;
  private final SecondFactorRoles roles;

  @Inject
  public SecondFactorRule(
      SecondFactors codes, Passkeys passkeys, Users users, SecondFactorRoles roles) {
    this.codes = codes;
    this.passkeys = passkeys;
    this.users = users;
    this.roles = roles;
  }

  /** For the container's proxy. */
  protected SecondFactorRule() {
    this(null, null, null, null);
  }

  /** A passkey that was suspended counts too: the password alone must not become enough by that. */
  boolean hasOne(UUID userId) {
    return codes.isOn(userId) || hasPasskey(userId);
  }

  /** The same; stays so until the transaction ends. */
  boolean holdsOne(UUID userId) {
    passkeys.lockOf(userId);
    codes.lock(userId);
    return hasOne(userId);
  }

  boolean hasPasskey(UUID userId) {
    return !passkeys.of(userId).isEmpty();
  }

  /** Whether this user must set one up before it is let in. */
  boolean mustEnrol(User user) {
    return roles.demandOneOf(user) && !hasOne(user.id());
  }

  /** Whether what was shown once is enough for the roles that the user has now. */
  boolean isEnough(User user, Proof proof) {
    return proof.hasTwoFactors() || !roles.demandOneOf(user);
  }

  /**
   * Whether a sign-in is good for changing with what one signs in: a moment ago, and with two
   * factors if the user has a second one.
   */
  boolean isRecent(SignedIn who, Instant now) {
    var session = who.session();
    return !now.isAfter(session.authenticatedAt().plus(RECENT))
        && (session.proof().hasTwoFactors() || !hasOne(who.user().id()));
  }

  /** Whether one-time codes may be switched off; stays so until the transaction ends. */
  boolean mayLoseCodes(UUID userId) {
    passkeys.lockOf(userId);
    return !isDemanded(userId) || passkeys.of(userId).stream().anyMatch(Passkey::isGood);
  }

  /** Whether a passkey may be removed; stays so until the transaction ends. */
  boolean mayLosePasskey(UUID userId, UUID passkeyId) {
    passkeys.lockOf(userId);
    return !isDemanded(userId)
        || codes.isOn(userId)
        || passkeys.of(userId).stream()
            .anyMatch(passkey -> passkey.isGood() && !passkey.id().equals(passkeyId));
  }

  private boolean isDemanded(UUID userId) {
    return users.byId(userId).filter(roles::demandOneOf).isPresent();
  }
}
