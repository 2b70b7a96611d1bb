package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/** Takes the password that somebody must choose to get in. */
@ApplicationScoped
public class ReplaceExpiredPassword {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final Users users;
  private final NewPasswords choosing;
  private final FinishSignIn finishing;

  @Inject
  public ReplaceExpiredPassword(
      PendingSignIns pending,
      SignInSteps steps,
      Users users,
      NewPasswords choosing,
      FinishSignIn finishing) {
    this.pending = pending;
    this.steps = steps;
    this.users = users;
    this.choosing = choosing;
    this.finishing = finishing;
  }

  /** For the container's proxy. */
  protected ReplaceExpiredPassword() {
    this(null, null, null, null, null);
  }

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer replace(SignInForm form, String wanted, Trail trail) {
    var signIn = pending.find(form.handle()).filter(form::belongsTo).orElse(null);
    var proven = signIn == null ? null : steps.find(form.handle()).orElse(null);
    var user = proven == null ? null : users.byId(proven.userId()).orElse(null);
    if (user == null || !mayReplace(user, proven) || finishing.needsCode(user, proven)) {
      return new SignInAnswer.BeginAnew();
    }
    var fault = choosing.fault(wanted, user);
    if (fault.isPresent()) {
      return new SignInAnswer.NewPassword(signIn, fault.get());
    }
    if (choosing.choose(user, wanted, trail) instanceof Outcome.Done<User> done) {
      var changed = done.value();
      var anew =
          new Proven(changed.id(), changed.tokensValidFrom(), proven.methods(), proven.device());
      return finishing.next(form.handle(), signIn, changed, anew);
    }
    return new SignInAnswer.BeginAnew();
  }

  private static boolean mayReplace(User user, Proven proven) {
    return user.isActive()
        && user.passwordExpired()
        && !proven.at().isBefore(user.tokensValidFrom());
  }
}
