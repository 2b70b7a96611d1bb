package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Of whom more is wanted than a password: of who has switched on something more. */
@ApplicationScoped
public class SecondFactorRule {

  private final SecondFactors codes;
  private final Passkeys passkeys;

  @Inject
  public SecondFactorRule(SecondFactors codes, Passkeys passkeys) {
    this.codes = codes;
    this.passkeys = passkeys;
  }

  /** For the container's proxy. */
  protected SecondFactorRule() {
    this(null, null);
  }

  /** A passkey that was suspended counts too: the password alone must not become enough by that. */
  boolean hasOne(UUID userId) {
    return codes.isOn(userId) || hasPasskey(userId);
  }

  boolean hasPasskey(UUID userId) {
    return !passkeys.of(userId).isEmpty();
  }
}
