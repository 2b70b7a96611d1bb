package org.corridor.transaction.infrastructure.file;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.application.file.FileJob;
import org.corridor.transaction.application.file.TransferFiles;
import org.corridor.transaction.domain.file.TransferFile;

/**
 * The job {@code META-INF/batch-jobs/transfer-file.xml}. An execution that failed, or whose server
 * was started again, is restarted where it stopped. One whose server is gone for good is left
 * behind and the job begun anew, which is as right: chunks that are done are not read again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BatchFileJob implements FileJob {

  static final String FILE = "fileId";

  private static final Logger LOG = Logger.getLogger(BatchFileJob.class.getName());

  private static final String JOB = "transfer-file";
  private static final long PAUSE_MILLIS = 100;
  private static final Set<BatchStatus> ENDED =
      EnumSet.of(
          BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

  private final UnitOfWork units;
  private final TransferFiles files;

  /** For the container's proxy. */
  protected BatchFileJob() {
    this(null, null);
  }

  @Inject
  public BatchFileJob(UnitOfWork units, TransferFiles files) {
    this.units = units;
    this.files = files;
  }

  @Override
  public void run(TransferFile file) {
    // not earlier: the first call starts the batch container
    var jobs = BatchRuntime.getJobOperator();
    var execution = begin(jobs, file.id());
    units.within(
        () -> {
          files.executed(file.id(), execution);
          return null;
        });
    if (await(jobs, execution) != BatchStatus.COMPLETED) {
      throw new FileNotPaid("a chunk could not be paid; the log says why");
    }
  }

  private long begin(JobOperator jobs, UUID id) {
    var parameters = new Properties();
    parameters.setProperty(FILE, id.toString());
    var last = units.within(() -> files.execution(id));
    if (last.isPresent() && isBroken(jobs, last.get(), id)) {
      try {
        return jobs.restart(last.get(), parameters);
      } catch (BatchRuntimeException e) {
        LOG.log(Level.INFO, "file " + id + " is not restarted but begun anew", e);
      }
    }
    return jobs.start(JOB, parameters);
  }

  /** False also if the repository has lost it, or knows another file under its number. */
  private static boolean isBroken(JobOperator jobs, long execution, UUID id) {
    try {
      var status = jobs.getJobExecution(execution).getBatchStatus();
      return id.toString().equals(jobs.getParameters(execution).getProperty(FILE))
          && (status == BatchStatus.FAILED || status == BatchStatus.STOPPED);
    } catch (NoSuchJobExecutionException e) {
      return false;
    }
  }

  private static BatchStatus await(JobOperator jobs, long execution) {
    while (true) {
      var status = jobs.getJobExecution(execution).getBatchStatus();
      if (ENDED.contains(status)) {
        return status;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FileNotPaid("interrupted, as when a server stops", e);
    }
  }
}
