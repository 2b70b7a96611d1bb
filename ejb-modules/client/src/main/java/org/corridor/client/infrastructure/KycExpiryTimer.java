package org.corridor.client.infrastructure;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.client.application.ExpireKyc;
import org.corridor.platform.events.Trail;

/** Looks every hour for approvals that have ended; every replica may. */
@Singleton
@Startup
@DependsOn("ClientSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class KycExpiryTimer {

  private static final Logger LOG = Logger.getLogger(KycExpiryTimer.class.getName());
  private static final int BATCH_SIZE = 500;

  private final ExpireKyc expiry;

  @Inject
  public KycExpiryTimer(ExpireKyc expiry) {
    this.expiry = expiry;
  }

  /** For the container, which demands it to be public. */
  public KycExpiryTimer() {
    this(null);
  }

  @Schedule(hour = "*", minute = "7", persistent = false)
  void run() {
    var trail = Trail.of("kyc-expiry-" + UUID.randomUUID());
    var due = expiry.due(BATCH_SIZE);
    var expired = due.stream().filter(id -> expire(id, trail)).count();
    if (expired > 0) {
      LOG.info("the approval of " + expired + " clients has ended");
    }
  }

  /** One that fails must not keep the others from expiring; it is due again next hour. */
  private boolean expire(UUID id, Trail trail) {
    try {
      expiry.expire(id, trail);
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the approval of client " + id + " cannot be ended", e);
      return false;
    }
  }
}
