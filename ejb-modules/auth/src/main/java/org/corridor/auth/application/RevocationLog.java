package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.platform.events.Trail;

/** Writes down that a family of refresh tokens was revoked. */
@ApplicationScoped
public class RevocationLog {

  private final EventLog events;
  private final Transactions transactions;
  private final AuthClock clock;
  private final AuthCounts counts;

  @Inject
  public RevocationLog(
      EventLog events, Transactions transactions, AuthClock clock, AuthCounts counts) {
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.counts = counts;
  }

  /** For the container's proxy. */
  protected RevocationLog() {
    this(null, null, null, null);
  }

  /** The store says only once of a family that it was revoked, so its stream has one event. */
  void revoked(TokenFamilyRevoked event, Trail trail) {
    counts.familyRevoked(event.reason());
    transactions.inNew(
        () -> {
          events.append("token-family/" + event.familyId(), 0, List.of(event), clock.now(), trail);
          return event;
        });
  }
}
