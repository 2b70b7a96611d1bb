package org.corridor.account.infrastructure.endofday;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.corridor.account.application.DayWork;
import org.corridor.account.application.ExpireHolds;

/** What comes before the steps that go through accounts; holds whose time has come expire. */
@Dependent
@Named("dayPreparation")
public class DayPreparation extends AbstractBatchlet {

  private final DayWork work;
  private final ExpireHolds expiry;

  @Inject
  @BatchProperty(name = BatchEndOfDay.BUSINESS_DATE)
  private String businessDate;

  @Inject
  public DayPreparation(DayWork work, ExpireHolds expiry) {
    this.work = work;
    this.expiry = expiry;
  }

  @Override
  public String process() {
    work.prepare(LocalDate.parse(businessDate));
    expiry.expireDue("end-of-day-" + businessDate);
    return "COMPLETED";
  }
}
