package org.corridor.account.infrastructure.endofday;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.corridor.account.application.EndOfDayJob;
import org.corridor.account.application.EndOfDayRun;
import org.corridor.account.application.EndOfDayRuns;

/**
 * The job {@code META-INF/batch-jobs/end-of-day.xml}. An execution that failed, or whose server was
 * started again, is restarted where it stopped. One whose server is gone for good is left behind
 * and the job begun anew, which is as right, only longer: no step repeats an effect.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class BatchEndOfDay implements EndOfDayJob {

  static final String BUSINESS_DATE = "businessDate";

  private static final String JOB = "end-of-day";
  private static final long PAUSE_MILLIS = 250;
  private static final Set<BatchStatus> ENDED =
      EnumSet.of(
          BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

  private final EndOfDayRuns runs;

  @Inject
  public BatchEndOfDay(EndOfDayRuns runs) {
    this.runs = runs;
  }

  /** For the container's proxy. */
  protected BatchEndOfDay() {
    this(null);
  }

  @Override
  public void run(EndOfDayRun run) {
    // not earlier: the first call starts the batch container
    var jobs = BatchRuntime.getJobOperator();
    var execution = begin(jobs, run);
    if (await(jobs, run, execution) != BatchStatus.COMPLETED) {
      var failed =
          steps(jobs, execution).stream()
              .filter(step -> !step.status().equals(BatchStatus.COMPLETED.name()))
              .map(EndOfDayRun.Step::name)
              .findFirst()
              .orElse(JOB);
      throw new DayNotEnded("the step " + failed + " has failed; the log says why");
    }
  }

  private static long begin(JobOperator jobs, EndOfDayRun run) {
    var parameters = new Properties();
    parameters.setProperty(BUSINESS_DATE, run.businessDate().toString());
    var last = run.execution() == null ? null : status(jobs, run);
    if (last == BatchStatus.COMPLETED) {
      return run.execution();
    }
    return last == BatchStatus.FAILED || last == BatchStatus.STOPPED
        ? jobs.restart(run.execution(), parameters)
        : jobs.start(JOB, parameters);
  }

  /** Null if the repository has lost it, or knows another day under its number. */
  private static BatchStatus status(JobOperator jobs, EndOfDayRun run) {
    try {
      var day = jobs.getParameters(run.execution()).getProperty(BUSINESS_DATE);
      return run.businessDate().toString().equals(day)
          ? jobs.getJobExecution(run.execution()).getBatchStatus()
          : null;
    } catch (NoSuchJobExecutionException e) {
      return null;
    }
  }

  private BatchStatus await(JobOperator jobs, EndOfDayRun run, long execution) {
    var told = run.steps();
    while (true) {
      // before the steps, so that what is told at the end is all of it
      var status = jobs.getJobExecution(execution).getBatchStatus();
      var steps = steps(jobs, execution);
      if (!steps.equals(told) || run.execution() == null || run.execution() != execution) {
        runs.progress(run.id(), execution, steps);
        told = steps;
      }
      if (ENDED.contains(status)) {
        return status;
      }
      pause();
    }
  }

  private static List<EndOfDayRun.Step> steps(JobOperator jobs, long execution) {
    return jobs.getStepExecutions(execution).stream()
        .map(
            step ->
                new EndOfDayRun.Step(
                    step.getStepName(),
                    step.getBatchStatus().name(),
                    count(step, Metric.MetricType.READ_COUNT),
                    count(step, Metric.MetricType.WRITE_COUNT)))
        .toList();
  }

  private static long count(StepExecution step, Metric.MetricType type) {
    return Arrays.stream(step.getMetrics())
        .filter(metric -> metric.getType() == type)
        .mapToLong(Metric::getValue)
        .sum();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DayNotEnded("interrupted, as when a server stops", e);
    }
  }
}
