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
   * The same request was answered before, by what it is about as that was then: give the answer
   * that this version makes.
   */
  record AnsweredBy(String subject, long version) implements Claim {}

  /** Used before, with another request. */
  record OtherRequest() implements Claim {}

  /** The first use is still running. */
  record StillRunning() implements Claim {}
}
