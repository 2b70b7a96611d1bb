package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import org.corridor.auth.application.SignInSteps.Proven;
import org.corridor.auth.domain.Consent;
import org.corridor.auth.domain.ConsentGiven;
import org.corridor.auth.domain.User;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Takes what a person says to a program that wants something of it. */
@ApplicationScoped
public class DecideConsent {

  private final PendingSignIns pending;
  private final SignInSteps steps;
  private final FinishSignIn finishing;
  private final SignedInBrowsers browsers;
  private final Records records;

  /** Where it is written down. */
  @ApplicationScoped
  public static class Records {

    private final Users users;
    private final Consents consents;
    private final EventLog events;
    private final Transactions transactions;
    private final AuthClock clock;

    @Inject
    public Records(
        Users users,
        Consents consents,
        EventLog events,
        Transactions transactions,
        AuthClock clock) {
      this.users = users;
      this.consents = consents;
      this.events = events;
      this.transactions = transactions;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Records() {
      this(null, null, null, null, null);
    }

    User whoMayGoOn(Proven proven) {
      return users
          .byId(proven.userId())
          .filter(user -> SignedInBrowsers.mayGoOn(user, proven.at()))
          .orElse(null);
    }

    /** What was given before is not taken away by giving more. */
    void given(User user, PendingSignIn signIn, Trail trail) {
      transactions.inNew(
          () -> {
            // two pages at once: the second adds to what the first was given
            users.lockedById(user.id());
            var scopes = new HashSet<>(signIn.scopes());
            consents
                .find(user.id(), signIn.apiClientId())
                .ifPresent(before -> scopes.addAll(before.scopes()));
            var now = clock.now();
            var consent = new Consent(Ids.next(), user.id(), signIn.apiClientId(), scopes, now);
            consents.put(consent);
            var event =
                new ConsentGiven(
                    user.id(), consent.apiClientId(), scopes.stream().sorted().toList());
            events.append("consent/" + consent.id(), 0, List.of(event), now, trail);
            return consent;
          });
    }
  }

  @Inject
  public DecideConsent(
      PendingSignIns pending,
      SignInSteps steps,
      FinishSignIn finishing,
      SignedInBrowsers browsers,
      Records records) {
    this.pending = pending;
    this.steps = steps;
    this.finishing = finishing;
    this.browsers = browsers;
    this.records = records;
  }

  /** For the container's proxy. */
  protected DecideConsent() {
    this(null, null, null, null, null);
  }

  /**
   * @param cookie of the browser's session, if it was signed in before; may be anything
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public SignInAnswer decide(SignInForm form, boolean allowed, String cookie, Trail trail) {
    var handle = form.handle();
    var signIn = pending.find(handle).filter(form::belongsTo).orElse(null);
    var proven = signIn == null ? null : steps.find(handle).orElse(null);
    var user = proven == null ? null : records.whoMayGoOn(proven);
    if (user == null || signIn.isOfOwnPages()) {
      return new SignInAnswer.BeginAnew();
    }
    if (!finishing.hasShownAll(user, proven)) {
      return finishing.next(handle, signIn, user, proven);
    }
    if (!allowed) {
      return finishing.denied(handle);
    }
    records.given(user, signIn, trail);
    return browsers
        .find(cookie)
        .map(SignedInBrowsers.SignedIn::session)
        .filter(session -> session.isOf(proven))
        .map(session -> finishing.resume(handle, proven, session))
        .orElseGet(() -> finishing.complete(handle, proven));
  }
}
