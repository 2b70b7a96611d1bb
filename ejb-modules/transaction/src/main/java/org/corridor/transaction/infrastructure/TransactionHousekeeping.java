package org.corridor.transaction.infrastructure;

import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.corridor.platform.housekeeping.ContextHousekeeping;
import org.corridor.transaction.application.file.ForgetFileContents;

/** Forgets what the context need not keep. */
@Singleton
@Startup
@DependsOn("TransactionSchema")
@TransactionManagement(TransactionManagementType.BEAN)
public class TransactionHousekeeping extends ContextHousekeeping {

  private static final Logger LOG = Logger.getLogger(TransactionHousekeeping.class.getName());

  @Resource(lookup = "jdbc/transaction")
  private DataSource dataSource;

  @Inject private ForgetFileContents files;

  @Schedule(hour = "*", minute = "37", persistent = false)
  void forgetOldFiles() {
    try {
      LOG.log(Level.FINE, "contents of files forgotten: {0}", files.forgetOld());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "contents of files cannot be forgotten; trying again in an hour", e);
    }
  }

  @Override
  protected DataSource dataSource() {
    return dataSource;
  }

  @Override
  protected String subjectsInUse() {
    return "select '"
        + TransactionEvents.STREAM_PREFIX
        + "' || transaction_id from pending_order union all select '"
        + StoredBatch.SUBJECT_PREFIX
        + "' || id from transfer_batch where status = 'ORDERED'";
  }
}
