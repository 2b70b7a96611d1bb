package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.platform.events.Trail;

/** Takes a passkey in the place of a password, or after one in the place of a code. */
@ApplicationScoped
public class SignInByPasskey {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final Users users;
  private final CheckPasskey checking;
  private final FinishSignIn finishing;
  private final AuthClock clock;

  @Inject
  public SignInByPasskey(
      PendingSignIns pending,
      SignInSteps steps,
      Users users,
      CheckPasskey checking,
      FinishSignIn finishing,
      AuthClock clock) {
    this.pending = pending;
    this.steps = steps;
    this.users = users;
    this.checking = checking;
    this.finishing = finishing;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SignInByPasskey() {
    this(null, null, null, null, null, null);
  }

  /**
   * @param answer of the device, as the page's script has sent it; may be anything
   * @param origin where it came from
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer complete(SignInForm form, String answer, Origin origin, Trail trail) {
    var signIn = pending.find(form.handle()).filter(form::belongsTo).orElse(null);
    if (signIn == null) {
      return new SignInAnswer.BeginAnew();
    }
    // before the check: a password that is changed meanwhile makes this sign-in void
    var at = clock.now();
    return checking
        .check(form.handle(), answer, origin, trail)
        .flatMap(users::byId)
        .map(
            user -> {
              var proven = new Proven(user.id(), at, methods(form, user.id()), origin.device());
              return finishing.next(form.handle(), signIn, user, proven);
            })
        .orElseGet(() -> new SignInAnswer.PasskeyRefused(signIn));
  }

  /** With what this user has shown before in this sign-in. */
  private Set<String> methods(SignInForm form, UUID userId) {
    var methods = new HashSet<>(Set.of(Proof.PASSKEY));
    steps
        .find(form.handle())
        .filter(earlier -> earlier.userId().equals(userId))
        .ifPresent(earlier -> methods.addAll(earlier.methods()));
    return methods;
  }
}
