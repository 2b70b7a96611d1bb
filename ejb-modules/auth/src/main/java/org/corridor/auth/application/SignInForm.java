package org.corridor.auth.application;

import org.corridor.auth.domain.Digests;

/**
 * What tells that a form belongs to a sign-in and to this browser; nothing is null.
 *
 * @param handle of the form
 * @param binding of the cookie
 * @param csrf of the form
 */
public record SignInForm(String handle, String binding, String csrf) {

  boolean belongsTo(PendingSignIn signIn) {
    return Digests.sameSecret(signIn.bindingHash(), binding)
        && Digests.sameSecret(signIn.csrfHash(), csrf);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SignInForm[]";
  }
}
