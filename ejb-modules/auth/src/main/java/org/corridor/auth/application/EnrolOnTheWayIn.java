package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.corridor.auth.application.SignInAnswer.Enrolment.Fault;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;

/**
 * Takes the second factor that somebody must set up to get in. The sign-in goes on once its
 * recovery codes were shown, and then has two factors.
 */
@ApplicationScoped
public class EnrolOnTheWayIn {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final Users users;
  private final FinishSignIn finishing;
  private final Devices devices;

  /** What is set up. */
  @ApplicationScoped
  public static class Devices {

    private final EnrolSecondFactor codes;
    private final RegisterPasskey passkeys;
    private final OfferEnrolment offering;

    @Inject
    public Devices(EnrolSecondFactor codes, RegisterPasskey passkeys, OfferEnrolment offering) {
      this.codes = codes;
      this.passkeys = passkeys;
      this.offering = offering;
    }

    /** For the container's proxy. */
    protected Devices() {
      this(null, null, null);
    }

    EnrolSecondFactor codes() {
      return codes;
    }

    RegisterPasskey passkeys() {
      return passkeys;
    }

    OfferEnrolment offering() {
      return offering;
    }
  }

  @Inject
  public EnrolOnTheWayIn(
      PendingSignIns pending,
      SignInSteps steps,
      Users users,
      FinishSignIn finishing,
      Devices devices) {
    this.pending = pending;
    this.steps = steps;
    this.users = users;
    this.finishing = finishing;
    this.devices = devices;
  }

  /** For the container's proxy. */
  protected EnrolOnTheWayIn() {
    this(null, null, null, null, null);
  }

  /** A sign-in under way, and who it is of. */
  private record UnderWay(String handle, PendingSignIn signIn, User user, Proven proven) {}

  /**
   * By the first code of the user's device.
   *
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer code(SignInForm form, String typed, Trail trail) {
    return enrolling(
        form,
        at -> {
          var recovery = devices.codes().confirm(at.user().id(), typed, trail);
          return recovery.isEmpty()
              ? again(at, Fault.CODE)
              : enrolled(at, Proof.ONE_TIME_CODE, recovery);
        });
  }

  /**
   * By a passkey that the device has made.
   *
   * @param answer of the device, as the page's script has sent it; may be anything
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer passkey(SignInForm form, String name, String answer, Trail trail) {
    return enrolling(
        form,
        at -> {
          var occasion = OfferEnrolment.occasion(at.handle());
          return devices.passkeys().register(at.user(), occasion, name, answer, trail)
                  instanceof RegisterPasskey.Answer.Registered registered
              ? enrolled(at, Proof.PASSKEY, registered.recoveryCodes())
              : again(at, Fault.PASSKEY);
        });
  }

  /**
   * What comes next, also where nothing was set up: then it is begun anew.
   *
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer goOn(SignInForm form) {
    return of(form, this::next);
  }

  private SignInAnswer enrolling(SignInForm form, Function<UnderWay, SignInAnswer> taking) {
    return of(
        form, at -> finishing.isToEnrol(at.user(), at.proven()) ? taking.apply(at) : next(at));
  }

  private SignInAnswer of(SignInForm form, Function<UnderWay, SignInAnswer> taking) {
    var handle = form.handle();
    var signIn = pending.find(handle).filter(form::belongsTo).orElse(null);
    var proven = signIn == null ? null : steps.find(handle).orElse(null);
    var user = proven == null ? null : users.byId(proven.userId()).orElse(null);
    return user == null || !SignedInBrowsers.mayGoOn(user, proven.at())
        ? new SignInAnswer.BeginAnew()
        : taking.apply(new UnderWay(handle, signIn, user, proven));
  }

  private SignInAnswer next(UnderWay at) {
    return finishing.next(at.handle(), at.signIn(), at.user(), at.proven());
  }

  private SignInAnswer again(UnderWay at, Fault fault) {
    return devices.offering().again(at.handle(), at.signIn(), at.user(), fault);
  }

  private SignInAnswer enrolled(UnderWay at, String method, List<String> recoveryCodes) {
    var methods = new HashSet<>(at.proven().methods());
    methods.add(method);
    steps.keep(
        at.handle(), new Proven(at.user().id(), at.proven().at(), methods, at.proven().device()));
    return new SignInAnswer.Enrolled(at.signIn(), recoveryCodes);
  }
}
