package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.corridor.auth.domain.Revocation;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.platform.events.Trail;

/**
 * Writes down what was revoked, so that the access tokens that are out count for nothing either.
 */
@ApplicationScoped
public class RevocationLog {

  private final EventLog events;
  private final Revocations revocations;
  private final Transactions transactions;
  private final AuthClock clock;
  private final AuthCounts counts;

  @Inject
  public RevocationLog(
      EventLog events,
      Revocations revocations,
      Transactions transactions,
      AuthClock clock,
      AuthCounts counts) {
    this.events = events;
    this.revocations = revocations;
    this.transactions = transactions;
    this.clock = clock;
    this.counts = counts;
  }

  /** For the container's proxy. */
  protected RevocationLog() {
    this(null, null, null, null, null);
  }

  /** The store says only once of a family that it was revoked, so its stream has one event. */
  void revoked(TokenFamilyRevoked event, Trail trail) {
    transactions.inNew(
        () -> {
          write(event, trail);
          return event;
        });
  }

  /** The same, in the current transaction. */
  void write(TokenFamilyRevoked event, Trail trail) {
    var now = clock.now();
    counts.familyRevoked(event.reason());
    events.append("token-family/" + event.familyId(), 0, List.of(event), now, trail);
    revocations.add(Revocation.of(Revocation.Claim.SIGN_IN, event.familyId().toString(), now));
  }

  /**
   * A single access token; its sign-in goes on.
   *
   * @param claims of a token that was issued here
   */
  void revoked(JWTClaimsSet claims) {
    transactions.inNew(
        () -> {
          revocations.add(Revocation.of(Revocation.Claim.TOKEN, claims.getJWTID(), clock.now()));
          return claims;
        });
  }
}
