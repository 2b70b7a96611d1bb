package org.corridor.web.rate;

/** Where is kept how often each caller has asked. */
@FunctionalInterface
interface Allowances {

  /**
   * Takes one from what the caller may send. It is on the way of every request.
   *
   * @param caller whatever tells callers apart
   */
  Allowance take(String caller);
}
