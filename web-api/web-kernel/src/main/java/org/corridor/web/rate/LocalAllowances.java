package org.corridor.web.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/**
 * Token buckets in this server's memory, so that each server grants the whole allowance. Without
 * locks: a bucket is changed by compare-and-set. A bucket that nobody has touched for a minute is
 * full, so forgetting it changes nothing; that, and an upper bound for their number, keeps a crowd
 * of strangers from filling the memory.
 */
final class LocalAllowances implements Allowances {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MAX_CALLERS = 100_000;

  private final long perMinute;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  LocalAllowances(long perMinute, TimeMeter clock) {
    this.perMinute = perMinute;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(MINUTE.plusSeconds(1))
            .ticker(clock::currentTimeNanos)
            .build();
  }

  @Override
  public Allowance take(String caller) {
    var probe = buckets.get(caller, unknown -> full()).tryConsumeAndReturnRemaining(1);
    return new Allowance(
        probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(clock)
        .withSynchronizationStrategy(SynchronizationStrategy.LOCK_FREE)
        .build();
  }
}
