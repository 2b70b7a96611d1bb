package org.corridor.auth.application;

import java.util.function.Supplier;

/** For use cases that must not hold a database transaction all the time. */
public interface Transactions {

  /** Runs the work in a transaction of its own, which commits before this returns. */
  <T> T inNew(Supplier<T> work);
}
