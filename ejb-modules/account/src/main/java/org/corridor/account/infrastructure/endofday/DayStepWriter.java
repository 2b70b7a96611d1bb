package org.corridor.account.infrastructure.endofday;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.corridor.account.application.DayStep;
import org.corridor.account.application.DayWork;

/**
 * Does a chunk of a step. Its effects are committed when it returns, before the checkpoint is: a
 * crash between the two repeats the chunk, which has no effect the second time.
 */
@Dependent
@Named("dayStepWriter")
public class DayStepWriter extends AbstractItemWriter {

  private final DayWork work;

  @Inject
  @BatchProperty(name = "step")
  private String step;

  @Inject
  @BatchProperty(name = BatchEndOfDay.BUSINESS_DATE)
  private String businessDate;

  @Inject
  public DayStepWriter(DayWork work) {
    this.work = work;
  }

  @Override
  public void writeItems(List<Object> items) {
    work.work(
        DayStep.valueOf(step),
        LocalDate.parse(businessDate),
        items.stream().map(UUID.class::cast).toList());
  }
}
