package org.corridor.transaction.application;

import org.corridor.transaction.domain.Movement;

/** What became of a request, before anything is written. */
sealed interface Preparation {

  /** It makes sense: this is what shall move. */
  record Ready(Movement movement) implements Preparation {}

  /** It does not. */
  record Stopped(MoveOutcome outcome) implements Preparation {}

  static Preparation refused(String code, String detail, String pointer) {
    return new Stopped(new MoveOutcome.Refused(code, detail, pointer));
  }
}
