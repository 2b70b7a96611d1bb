package org.corridor.transaction.application;

import org.corridor.transaction.domain.Transaction;

/** What became of the wish to move money. */
public sealed interface MoveOutcome {

  /**
   * There is a transaction, and this is how it stood when the request was answered first.
   *
   * @param replayed true if that was before
   */
  record Made(Transaction transaction, boolean replayed) implements MoveOutcome {}

  /** The key was used before, with another request. */
  record KeyReused() implements MoveOutcome {}

  /** The first request with this key is not answered yet. */
  record KeyInUse() implements MoveOutcome {}

  /**
   * A rule forbids it; nothing was written.
   *
   * @param pointer to the member of the request that is at fault (RFC 6901); null if none is
   */
  record Refused(String code, String detail, String pointer) implements MoveOutcome {

    Refused(String code, String detail) {
      this(code, detail, null);
    }
  }

  /** This caller may not do that. */
  record Forbidden(String detail) implements MoveOutcome {}

  /** There is no such transaction, or the caller may not see it. */
  record NotFound() implements MoveOutcome {}

  /** It cannot be now; it may be possible later. */
  record Conflict(String code, String detail) implements MoveOutcome {}
}
