package org.corridor.transaction.application;

import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;

/** Counts what becomes of transactions, for those who watch the platform. */
@FunctionalInterface
public interface OutcomeMeter {

  /** A transaction of that kind comes to that status; counted if its unit of work commits. */
  void count(Kind kind, Status status);
}
