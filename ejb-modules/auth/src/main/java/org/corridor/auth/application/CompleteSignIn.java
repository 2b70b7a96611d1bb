package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/** Takes the sign-in form: its first step, the password. */
@ApplicationScoped
public class CompleteSignIn {

  private final PendingSignIns pending;
  private final PasswordCheck passwords;
  private final FinishSignIn finishing;
  private final AuthClock clock;

  @Inject
  public CompleteSignIn(
      PendingSignIns pending, PasswordCheck passwords, FinishSignIn finishing, AuthClock clock) {
    this.pending = pending;
    this.passwords = passwords;
    this.finishing = finishing;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected CompleteSignIn() {
    this(null, null, null, null);
  }

  /** What the browser has sent; nothing is null. */
  public record Form(SignInForm of, String username, String password, Origin origin) {

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer complete(Form form, Trail trail) {
    var handle = form.of().handle();
    var signIn = pending.find(handle).filter(form.of()::belongsTo).orElse(null);
    if (signIn == null) {
      return new SignInAnswer.BeginAnew();
    }
    // before the check: a password that is changed meanwhile makes this sign-in void
    var at = clock.now();
    return passwords
        .check(form.username(), form.password(), form.origin(), trail)
        .map(user -> finishing.next(handle, signIn, user, proven(user, at, form)))
        .orElseGet(() -> new SignInAnswer.TryAgain(signIn));
  }

  private static Proven proven(User user, Instant at, Form form) {
    return new Proven(user.id(), at, Set.of(Proof.PASSWORD), form.origin().device());
  }
}
