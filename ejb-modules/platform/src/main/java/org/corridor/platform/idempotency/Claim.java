package org.corridor.platform.idempotency;

/** What became of the attempt to use an idempotency key. */
public sealed interface Claim {

  /**
   * Never used: the caller holds it until its transaction ends, and must remember an answer or
   * begin a subject.
   */
  record Fresh() implements Claim {}

  /** The same request was answered before: give that answer again. */
  record Answered(StoredAnswer answer) implements Claim {}

  /**
   * The same request has begun a subject before: give the answer that was first given about that,
   * or say that it is still running.
   */
  record Begun(String subject) implements Claim {}

  /** Used before, with another request. */
  record OtherRequest() implements Claim {}

  /** The first use is still running. */
  record StillRunning() implements Claim {}
}
