package org.corridor.web.rate;

import io.github.bucket4j.TimeMeter;

/** A policy, and what its callers have used of it. */
record RateLimit(RatePolicy policy, Allowances allowances) {

  /**
   * @param perMinute 0 for no limit
   */
  static RateLimit local(String name, long perMinute, TimeMeter clock) {
    if (perMinute < 0) {
      throw new IllegalArgumentException("a rate limit is 0 or more, not " + perMinute);
    }
    var policy = RatePolicy.of(name, perMinute);
    return new RateLimit(policy, new LocalAllowances(perMinute, clock));
  }

  boolean isOff() {
    return policy.perMinute() == 0;
  }
}
