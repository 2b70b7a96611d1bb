package org.corridor.auth.application;

import java.net.URI;
import java.util.List;
import org.corridor.auth.domain.PasswordFault;

/** What to show somebody who signs in. */
public sealed interface SignInAnswer {

  /**
   * Signed in.
   *
   * @param begun the session of this browser
   */
  record BackToClient(URI uri, SignedInBrowsers.Begun begun) implements SignInAnswer {}

  /** Of somebody who was signed in before, or says no: an answer to the program, and no more. */
  record SentBack(URI uri) implements SignInAnswer {}

  /** The person is to say whether the program may have what it wants. */
  record Consent(PendingSignIn signIn) implements SignInAnswer {}

  /** The same form again, for as long as the sign-in lives. */
  record TryAgain(PendingSignIn signIn) implements SignInAnswer {}

  /**
   * A code of the second factor is to be typed.
   *
   * @param failed true if the last one was not taken
   * @param passkey true if the user has passkeys, one of which will do too
   */
  record Code(PendingSignIn signIn, boolean failed, boolean passkey) implements SignInAnswer {}

  /**
   * A second factor is to be set up, since the user's roles demand one.
   *
   * @param begun what an app needs to make codes, shown once; null where the form is shown again
   * @param passkey what a device is asked to make one, as JSON for the page's script
   * @param fault what was not taken; null if nothing was tried
   */
  record Enrolment(PendingSignIn signIn, EnrolSecondFactor.Begun begun, String passkey, Fault fault)
      implements SignInAnswer {

    /** What was not taken. */
    public enum Fault {
      CODE,
      PASSKEY
    }
  }

  /**
   * It is set up; the sign-in goes on once the user has seen its recovery codes.
   *
   * @param recoveryCodes told here and never again
   */
  record Enrolled(PendingSignIn signIn, List<String> recoveryCodes) implements SignInAnswer {

    public Enrolled {
      recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** Without the codes. */
    @Override
    public String toString() {
      return "Enrolled[]";
    }
  }

  /** The first form again: it was no passkey of here, or too late. */
  record PasskeyRefused(PendingSignIn signIn) implements SignInAnswer {}

  /**
   * Another password is to be chosen.
   *
   * @param fault why the last one was not taken; null if there was none
   */
  record NewPassword(PendingSignIn signIn, PasswordFault fault) implements SignInAnswer {}

  /** Too late, in another browser, or forged: the client must begin anew. */
  record BeginAnew() implements SignInAnswer {}
}
