package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/**
 * An attempt to sign in was refused. What was typed as the user name is not kept: people type their
 * passwords there.
 *
 * @param userId null if there is no such user
 * @param failures in a row, with this one; 0 if it was not counted
 */
public record SignInFailed(UUID userId, Reason reason, int failures) implements DomainEvent {

  /** For the audit only; whoever tried is not told. */
  public enum Reason {
    UNKNOWN_USER,
    WRONG_PASSWORD,
    /** The password was right; the code of the second factor was not. */
    WRONG_CODE,
    /** It was no passkey of here, or not for this moment. */
    WRONG_PASSKEY,
    DELAYED,
    /** Too many have failed from this address, for whomever. */
    ADDRESS_DELAYED,
    NOT_ACTIVE
  }

  @Override
  public String type() {
    return "auth.sign-in-failed.v1";
  }
}
