package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.corridor.account.domain.AccountOutcome.Changed;
import org.corridor.platform.events.Trail;

/** Lets accounts become dormant on which nothing has moved for long. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class MarkDormant {

  private final Silence silence;
  private final Accounts accounts;
  private final Clock clock;

  public MarkDormant(Silence silence, Accounts accounts, Clock clock) {
    this.silence = silence;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Inject
  public MarkDormant(Silence silence, Accounts accounts) {
    this(silence, accounts, Clock.systemUTC());
  }

  /** For the container's proxy. */
  protected MarkDormant() {
    this(null, null, null);
  }

  public List<UUID> candidates(LocalDate day, UUID after, int limit) {
    return silence.silentAt(day, after, limit);
  }

  /**
   * Looks again while the balance is locked: a posting that came first keeps the account awake.
   *
   * @return false if it is not dormant by this
   */
  public boolean mark(LocalDate day, UUID accountId, Trail trail) {
    var locked = accounts.lock(accountId);
    if (locked.isEmpty() || !silence.isSilentAt(day, accountId)) {
      return false;
    }
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var outcome = locked.get().account().becomeDormant(locked.get().money());
    if (outcome instanceof Changed changed) {
      accounts.keep(changed, at, trail);
      return true;
    }
    return false;
  }
}
