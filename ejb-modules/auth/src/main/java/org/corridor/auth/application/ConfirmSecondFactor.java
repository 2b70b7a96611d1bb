package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.platform.events.Trail;

/** Takes the code of a sign-in, after its password. */
@ApplicationScoped
public class ConfirmSecondFactor {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final Users users;
  private final CheckSecondFactor checking;
  private final FinishSignIn finishing;

  @Inject
  public ConfirmSecondFactor(
      PendingSignIns pending,
      SignInSteps steps,
      Users users,
      CheckSecondFactor checking,
      FinishSignIn finishing) {
    this.pending = pending;
    this.steps = steps;
    this.users = users;
    this.checking = checking;
    this.finishing = finishing;
  }

  /** For the container's proxy. */
  protected ConfirmSecondFactor() {
    this(null, null, null, null, null);
  }

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer confirm(SignInForm form, String code, Trail trail) {
    var signIn = pending.find(form.handle()).filter(form::belongsTo).orElse(null);
    var proven = signIn == null ? null : steps.find(form.handle()).orElse(null);
    var user = proven == null ? null : users.byId(proven.userId()).orElse(null);
    if (user == null || !SignedInBrowsers.mayGoOn(user, proven.at())) {
      return new SignInAnswer.BeginAnew();
    }
    if (!checking.check(user.id(), code, trail)) {
      return finishing.code(signIn, user, true);
    }
    var both = Set.of(Proof.PASSWORD, Proof.ONE_TIME_CODE);
    var more = new Proven(user.id(), proven.at(), both, proven.device());
    return finishing.next(form.handle(), signIn, user, more);
  }
}
