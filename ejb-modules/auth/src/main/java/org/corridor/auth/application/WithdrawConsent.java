package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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
  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;

  @Inject
  public WithdrawConsent(
      Consents consents,
      RefreshTokens programs,
      TokenFamilies families,
      EventLog events,
      Transactions transactions,
      AuthClock clock) {
    this.consents = consents;
    this.programs = programs;
    this.families = families;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected WithdrawConsent() {
    this(null, null, null, null, null, null);
  }

  public List<Consent> list(UUID userId) {
    return consents.of(userId);
  }

  /**
   * The program's tokens count for nothing from then on.
   *
   * @throws TokenStoreUnavailable if its tokens cannot be revoked now; then nothing was withdrawn
   */
  public Outcome<Consent> withdraw(UUID userId, String apiClientId, Trail trail) {
    var consent = consents.find(userId, apiClientId).orElse(null);
    if (consent == null) {
      return Outcome.refused(new Refusal.NotFound("consent"));
    }
    programs.of(userId).stream()
        .filter(family -> family.apiClientId().equals(apiClientId))
        .forEach(
            family -> families.revoke(family, TokenFamilyRevoked.Reason.CONSENT_WITHDRAWN, trail));
    transactions.inNew(
        () -> {
          if (consents.remove(consent)) {
            events.append(
                "consent/" + consent.id(),
                1,
                List.of(new ConsentWithdrawn(userId, apiClientId)),
                clock.now(),
                trail);
          }
          return consent;
        });
    return Outcome.done(consent);
  }
}
