package org.corridor.transaction.domain.saga;

/** How the step stands that a saga is at. */
public enum Stage {
  /** Nobody has begun it. */
  READY,
  /** It was begun; what became of it is not written. */
  STARTED,
  /** It was not done; it will be tried again. */
  TRY_AGAIN,
  /** It may have been done; the other side will be asked. */
  UNKNOWN,
  /** The other side is at it; it will be looked at again. */
  PENDING,
  /** It was refused, and that is not what the saga can go on from. */
  STOPPED
}
