package org.corridor.account.infrastructure.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.account.application.ExpireHolds;

/** What the ledger does by the clock. Every replica may: each job has its effect once. */
@Singleton
@Startup
@DependsOn({"AccountSchema", "PosterThreads"})
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerHousekeeping {

  private static final Logger LOG = Logger.getLogger(LedgerHousekeeping.class.getName());
  private static final int MONTHS_AHEAD = 3;

  @Resource(lookup = "jdbc/account")
  private DataSource dataSource;

  private final ExpireHolds expiry;

  @Inject
  public LedgerHousekeeping(ExpireHolds expiry) {
    this.expiry = expiry;
  }

  /** For the container, which demands it to be public. */
  public LedgerHousekeeping() {
    this(null);
  }

  /** A server may have been off for months. */
  @PostConstruct
  void begin() {
    makePartitions();
  }

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void expireHolds() {
    try {
      var expired = expiry.expireDue("hold-expiry-" + UUID.randomUUID());
      if (expired > 0) {
        LOG.info(expired + " holds have expired");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "holds cannot be expired now", e);
    }
  }

  @Schedule(hour = "2", minute = "11", persistent = false)
  void makePartitions() {
    try (var connection = dataSource.getConnection();
        var make =
            connection.prepareStatement(
                "select make_entry_partitions((now() at time zone 'UTC')::date, ?)")) {
      make.setInt(1, MONTHS_AHEAD);
      make.execute();
    } catch (SQLException e) {
      // entries go to the rest partition meanwhile
      LOG.log(Level.SEVERE, "the partitions of the next months cannot be made", e);
    }
  }
}
