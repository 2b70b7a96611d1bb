package org.corridor.notification.application;

import java.util.function.Supplier;

/**
 * One database transaction, always a new one: nothing of it is seen before it commits, nothing of
 * it stays if it throws.
 */
public interface UnitOfWork {

  <T> T within(Supplier<T> work);

  /** The same for work without a result. */
  void run(Runnable work);
}
