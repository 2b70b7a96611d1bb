package org.corridor.account.application;

import org.corridor.account.domain.Account;

/** What became of a command to an account, for its caller. */
public sealed interface AccountResult {

  record Done(Account account) implements AccountResult {}

  /** There is none, or none that the caller reaches. */
  record NotFound() implements AccountResult {}

  /** Somebody has changed it since the caller has read it. */
  record Stale() implements AccountResult {}

  record Forbidden(String detail) implements AccountResult {}

  /**
   * A rule forbids it.
   *
   * @param code of the problem, as published
   */
  record Refused(String code, String detail) implements AccountResult {}
}
