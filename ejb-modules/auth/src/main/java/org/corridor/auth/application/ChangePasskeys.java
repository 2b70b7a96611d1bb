package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.PasskeyRemoved;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/** What a user does with its passkeys: names them, and removes them. */
@ApplicationScoped
public class ChangePasskeys {

  private final Passkeys passkeys;
  private final SecondFactors factors;
  private final SecondFactorRule rule;
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public ChangePasskeys(
      Passkeys passkeys,
      SecondFactors factors,
      SecondFactorRule rule,
      EventLog events,
      Transactions transactions,
      AuthClock clock) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.rule = rule;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ChangePasskeys() {
    this(null, null, null, null, null, null);
  }

  /** The oldest first. */
  public List<Passkey> of(UUID userId) {
    return passkeys.of(userId);
  }

  /**
   * @param name fit for one; see {@link Passkey#isName}
   */
  public Outcome<Passkey> name(UUID userId, UUID id, String name) {
    return transactions.inNew(
        () ->
            find(userId, id)
                .map(passkey -> passkey.named(name))
                .map(
                    named -> {
                      passkeys.save(named);
                      return Outcome.done(named);
                    })
                .orElseGet(ChangePasskeys::none));
  }

  /**
   * By a token: a stolen one that was given for the password alone must not be enough to make the
   * password enough.
   */
  public Outcome<Passkey> remove(Caller caller, UUID userId, UUID id, Trail trail) {
    return AuthAccess.hasShownTwoFactors(caller)
        ? remove(userId, id, trail)
        : Outcome.refused(new Refusal.Forbidden("This needs a sign-in with two factors."));
  }

  public Outcome<Passkey> remove(UUID userId, UUID id, Trail trail) {
    return transactions.inNew(
        () ->
            find(userId, id)
                .map(passkey -> removeOwn(passkey, trail))
                .orElseGet(ChangePasskeys::none));
  }

  private Outcome<Passkey> removeOwn(Passkey passkey, Trail trail) {
    var owner = passkey.userId();
    if (!rule.mayLosePasskey(owner, passkey.id())) {
      return Outcome.refused(
          new Refusal.AgainstRule(
              "last-second-factor",
              "Your roles demand a second factor, and this is the last one: set up another one"
                  + " before."));
    }
    remove(passkey, owner.toString(), trail);
    tidyUp(owner);
    return Outcome.done(passkey);
  }

  /** Whoever does it has shown that it may. */
  void removeAll(UUID userId, String by, Trail trail) {
    transactions.inNew(
        () -> {
          passkeys.lockOf(userId);
          passkeys.of(userId).forEach(passkey -> remove(passkey, by, trail));
          tidyUp(userId);
          return userId;
        });
  }

  private Optional<Passkey> find(UUID userId, UUID id) {
    passkeys.lockOf(userId);
    return passkeys.of(userId).stream().filter(passkey -> passkey.id().equals(id)).findFirst();
  }

  private void remove(Passkey passkey, String by, Trail trail) {
    passkeys.remove(passkey.id());
    events.append(
        "passkey/" + passkey.id(),
        passkey.version(),
        List.of(new PasskeyRemoved(passkey.userId(), passkey.id(), by)),
        clock.now(),
        trail);
  }

  /** Where there is nothing to recover, no recovery code is left lying about. */
  private void tidyUp(UUID userId) {
    if (passkeys.of(userId).isEmpty() && !factors.isOn(userId)) {
      factors.keepRecoveryCodes(userId, Set.of());
    }
  }

  private static Outcome<Passkey> none() {
    return Outcome.refused(new Refusal.NotFound("passkey"));
  }
}
