package org.corridor.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.corridor.auth.domain.Revocation;

/**
 * Tells the services which access tokens count for nothing. The database is looked at once a second
 * at most, however many ask.
 */
@ApplicationScoped
public class ListRevocations {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Revocations revocations;
  private final AuthClock clock;
  private RevocationList latest;

  @Inject
  public ListRevocations(Revocations revocations, AuthClock clock) {
    this.revocations = revocations;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ListRevocations() {
    this(null, null);
  }

  /**
   * What was revoked.
   *
   * @param asOf when it was looked up
   */
  public record RevocationList(Instant asOf, List<Revocation> revocations) {

    public RevocationList {
      revocations = List.copyOf(revocations);
    }

    private RevocationList since(Instant at) {
      return new RevocationList(
          asOf, revocations.stream().filter(revocation -> !revocation.at().isBefore(at)).toList());
    }
  }

  /**
   * @param since null for all that matter still
   */
  public RevocationList list(Instant since) {
    var list = fresh();
    return since == null ? list : list.since(since);
  }

  private synchronized RevocationList fresh() {
    var now = clock.now();
    if (latest == null || Duration.between(latest.asOf(), now).abs().compareTo(FRESH) >= 0) {
      latest = new RevocationList(now, revocations.since(now.minus(Revocation.LONGEST)));
    }
    return latest;
  }
}
