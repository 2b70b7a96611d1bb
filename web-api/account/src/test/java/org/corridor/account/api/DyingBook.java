package org.corridor.account.api;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.corridor.account.application.InterestBook;
import org.corridor.account.domain.interest.InterestTerms.DayInterest;

/** Fails once, after so many chunks that it lets pass. */
@Decorator
@Priority(1)
public abstract class DyingBook implements InterestBook {

  static final AtomicInteger CHUNKS_LEFT = new AtomicInteger(Integer.MAX_VALUE);

  @Inject @Delegate @Any private InterestBook book;

  @Override
  public void accrue(
      LocalDate day, List<UUID> accountIds, Function<EndBalance, Optional<DayInterest>> decision) {
    if (CHUNKS_LEFT.getAndDecrement() == 0) {
      throw new IllegalStateException("as if the server had died");
    }
    book.accrue(day, accountIds, decision);
  }
}
