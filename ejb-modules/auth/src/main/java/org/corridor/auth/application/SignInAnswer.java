package org.corridor.auth.application;

import java.net.URI;
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
