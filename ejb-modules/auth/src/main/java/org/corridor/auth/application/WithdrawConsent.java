package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.corridor.auth.domain.Consent;
import org.corridor.auth.domain.ConsentWithdrawn;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.platform.events.Trail;

/** Shows a person what it lets programs have, and takes it from one. */
@ApplicationScoped
public class WithdrawConsent {

  private final Consents consents;
  private final RefreshTokens programs;
  private final TokenFamilies families;
  private final Records records;

  /** Where it is written down. */
  @ApplicationScoped
  public static class Records {

    private final UserLock lock;
    private final EventLog events;
    private final AuthClock clock;

    @Inject
    public Records(UserLock lock, EventLog events, AuthClock clock) {
      this.lock = lock;
      this.events = events;
      this.clock = clock;
    }

    /** For the container's proxy. */
    protected Records() {
      this(null, null, null);
    }

    /** No code of this user is redeemed until it is done. */
    <T> T whileNothingIsGiven(UUID userId, Supplier<T> work) {
      return lock.within(userId, user -> work.get());
    }

    void withdrawn(Consent consent, Trail trail) {
      var event = new ConsentWithdrawn(consent.userId(), consent.apiClientId());
      events.append("consent/" + consent.id(), 1, List.of(event), clock.now(), trail);
    }
  }

  @Inject
  public WithdrawConsent(
      Consents consents, RefreshTokens programs, TokenFamilies families, Records records) {
    this.consents = consents;
    this.programs = programs;
    this.families = families;
    this.records = records;
  }

  /** For the container's proxy. */
  protected WithdrawConsent() {
    this(null, null, null, null);
  }

  public List<Consent> list(UUID userId) {
    return consents.of(userId);
  }

  /**
   * The program's tokens count for nothing from then on, and its codes are redeemed no more.
   *
   * @throws TokenStoreUnavailable if its tokens cannot be revoked now; then it is not withdrawn
   */
  public Outcome<Consent> withdraw(UUID userId, String apiClientId, Trail trail) {
    if (consents.find(userId, apiClientId).isEmpty()) {
      return none();
    }
    tokens(userId, apiClientId)
        .forEach(
            family -> families.revoke(family, TokenFamilyRevoked.Reason.CONSENT_WITHDRAWN, trail));
    return records.whileNothingIsGiven(userId, () -> remove(userId, apiClientId, trail));
  }

  /** With the tokens that were given since the others were revoked. */
  private Outcome<Consent> remove(UUID userId, String apiClientId, Trail trail) {
    var consent = consents.find(userId, apiClientId).filter(consents::remove).orElse(null);
    if (consent == null) {
      return none();
    }
    records.withdrawn(consent, trail);
    tokens(userId, apiClientId)
        .forEach(
            family ->
                families.revokeWithin(family, TokenFamilyRevoked.Reason.CONSENT_WITHDRAWN, trail));
    return Outcome.done(consent);
  }

  private Stream<TokenFamily> tokens(UUID userId, String apiClientId) {
    return programs.of(userId).stream().filter(family -> family.apiClientId().equals(apiClientId));
  }

  private static Outcome<Consent> none() {
    return Outcome.refused(new Refusal.NotFound("consent"));
  }
}
