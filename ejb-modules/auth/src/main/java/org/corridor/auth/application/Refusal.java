package org.corridor.auth.application;

/** Why a use case has changed nothing. */
public sealed interface Refusal {

  /** There is none, or the caller may not know of it. */
  record NotFound(String what) implements Refusal {}

  /** The caller may see it, but not do this. */
  record Forbidden(String detail) implements Refusal {}

  /** Somebody has changed it since the caller has read it. */
  record Stale() implements Refusal {}

  /** It contradicts what there is. */
  record Conflict(String code, String detail) implements Refusal {}

  /** Well-formed, and against a rule. */
  record AgainstRule(String code, String detail) implements Refusal {}
}
