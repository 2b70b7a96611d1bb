package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.RecoveryCodesRenewed;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/**
 * Gives a user other recovery codes, in the place of those that it has used, lost or shown. It must
 * have shown two factors: whoever knows the password alone must not make itself a second one.
 */
@ApplicationScoped
public class RenewRecoveryCodes {

  private static final Outcome<List<String>> TOO_WEAK =
      Outcome.refused(new Refusal.Forbidden("This needs a sign-in with two factors."));

  private final SecondFactors factors;
  private final SecondFactorRule rule;
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public RenewRecoveryCodes(
      SecondFactors factors,
      SecondFactorRule rule,
      EventLog events,
      Transactions transactions,
      AuthClock clock) {
    this.factors = factors;
    this.rule = rule;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RenewRecoveryCodes() {
    this(null, null, null, null, null);
  }

  /** Whether there is something to recover. */
  public boolean hasSecondFactor(UUID userId) {
    return rule.hasOne(userId);
  }

  public int left(UUID userId) {
    return factors.recoveryCodesLeft(userId);
  }

  /** Whether this sign-in is good for it: with two factors, a moment ago. */
  public boolean mayRenew(SignedIn who) {
    return who.session().proof().hasTwoFactors() && rule.isRecent(who, clock.now());
  }

  /** On a page: the codes, which are told here and never again. */
  public Outcome<List<String>> renew(SignedIn who, Trail trail) {
    return mayRenew(who) ? renew(who.user().id(), trail) : TOO_WEAK;
  }

  /** The same by a token. */
  public Outcome<List<String>> renew(Caller caller, UUID userId, Trail trail) {
    return AuthAccess.hasShownTwoFactors(caller) ? renew(userId, trail) : TOO_WEAK;
  }

  private Outcome<List<String>> renew(UUID userId, Trail trail) {
    var codes = RecoveryCodes.make();
    return transactions.inNew(
        () -> {
          if (!rule.holdsOne(userId)) {
            return Outcome.refused(
                new Refusal.AgainstRule(
                    "no-second-factor", "There is no second factor that could be recovered."));
          }
          var factor = factors.lock(userId);
          factors.save(factor.withOtherRecoveryCodes());
          factors.keepRecoveryCodes(userId, RecoveryCodes.hashes(codes));
          events.append(
              "second-factor/" + userId,
              factor.version(),
              List.of(new RecoveryCodesRenewed(userId)),
              clock.now(),
              trail);
          return Outcome.done(codes);
        });
  }
}
