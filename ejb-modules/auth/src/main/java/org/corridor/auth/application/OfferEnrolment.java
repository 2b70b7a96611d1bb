package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.domain.User;

/**
 * Offers somebody who must have a second factor, and has none, to set one up on the way in: by an
 * app that makes one-time codes, or by a passkey.
 */
@ApplicationScoped
public class OfferEnrolment {

  private final EnrolSecondFactor codes;
  private final RegisterPasskey passkeys;

  @Inject
  public OfferEnrolment(EnrolSecondFactor codes, RegisterPasskey passkeys) {
    this.codes = codes;
    this.passkeys = passkeys;
  }

  /** For the container's proxy. */
  protected OfferEnrolment() {
    this(null, null);
  }

  /** With a new secret, in the place of one that was shown before. */
  SignInAnswer begin(String handle, PendingSignIn signIn, User user) {
    return codes
        .begin(user)
        .<SignInAnswer>map(
            begun -> new SignInAnswer.Enrolment(signIn, begun, asked(handle, user), null))
        // switched on in another browser a moment ago
        .orElseGet(() -> new SignInAnswer.Code(signIn, false, false));
  }

  /** The secret is shown only once. */
  SignInAnswer again(
      String handle, PendingSignIn signIn, User user, SignInAnswer.Enrolment.Fault fault) {
    return new SignInAnswer.Enrolment(signIn, null, asked(handle, user), fault);
  }

  private String asked(String handle, User user) {
    return passkeys.begin(user, occasion(handle));
  }

  /** Not that of signing in by a passkey. */
  static String occasion(String handle) {
    return "enrolment " + handle;
  }
}
