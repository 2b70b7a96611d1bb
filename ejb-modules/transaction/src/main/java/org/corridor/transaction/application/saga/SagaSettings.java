package org.corridor.transaction.application.saga;

import java.time.Duration;
import org.corridor.transaction.domain.saga.RetryPolicy;

/**
 * How sagas are worked at.
 *
 * @param lease for how long a replica has a saga to itself, from each move on; longer than any call
 * @param atOnce sagas that one replica works at, at the same time
 * @param every how often it looks for sagas that are due
 */
public record SagaSettings(Duration lease, int atOnce, Duration every, RetryPolicy retries) {
  public SagaSettings {
    if (lease.isZero() || lease.isNegative() || atOnce < 1) {
      throw new IllegalArgumentException("sagas are worked at, for some time: " + lease);
    }
  }
}
