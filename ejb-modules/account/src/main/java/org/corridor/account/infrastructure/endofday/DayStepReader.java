package org.corridor.account.infrastructure.endofday;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.corridor.account.application.DayStep;
import org.corridor.account.application.DayWork;

/** Reads what a step has to do, in the order of ids; the last id read is the checkpoint. */
@Dependent
@Named("dayStepReader")
public class DayStepReader extends AbstractItemReader {

  private static final int PAGE = 500;

  private final DayWork work;
  private final Deque<UUID> page = new ArrayDeque<>();

  // the batch container's properties are injected into fields only
  @Inject
  @BatchProperty(name = "step")
  private String step;

  @Inject
  @BatchProperty(name = BatchEndOfDay.BUSINESS_DATE)
  private String businessDate;

  private UUID last;

  @Inject
  public DayStepReader(DayWork work) {
    this.work = work;
  }

  @Override
  public void open(Serializable checkpoint) {
    last = (UUID) checkpoint;
  }

  @Override
  public UUID readItem() {
    if (page.isEmpty()) {
      page.addAll(work.page(DayStep.valueOf(step), LocalDate.parse(businessDate), last, PAGE));
    }
    var next = page.poll();
    if (next != null) {
      last = next;
    }
    return next;
  }

  @Override
  public UUID checkpointInfo() {
    return last;
  }
}
