package org.corridor.web.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private static final String ANNA = UUID.randomUUID().toString();
  private static final String BEN = UUID.randomUUID().toString();

  private final StandingClock clock = new StandingClock();

  @Test
  void grantsTheWholeAllowanceAtOnceAndThenNothing() {
    var limit = RateLimit.local("people", 60, clock);
    for (var left = 59; left >= 0; left--) {
      assertThat(limit.allowances().take(ANNA)).isEqualTo(new Allowance(true, left, 0));
    }

    var refused = limit.allowances().take(ANNA);

    assertThat(refused.granted()).isFalse();
    assertThat(refused.remaining()).isZero();
    assertThat(refused.secondsToWait()).isEqualTo(1);
  }

  @Test
  void whatOneHasUsedUpIsNotTakenFromAnother() {
    var limit = RateLimit.local("people", 1, clock);
    limit.allowances().take(ANNA);

    assertThat(limit.allowances().take(ANNA).granted()).isFalse();
    assertThat(limit.allowances().take(BEN).granted()).isTrue();
  }

  @Test
  void comesBackByAndByAndNeverGrowsAboveTheAllowance() {
    var limit = RateLimit.local("people", 2, clock);
    limit.allowances().take(ANNA);
    limit.allowances().take(ANNA);
    assertThat(limit.allowances().take(ANNA).secondsToWait()).isEqualTo(30);

    clock.advance(Duration.ofSeconds(30));
    assertThat(limit.allowances().take(ANNA).granted()).isTrue();
    assertThat(limit.allowances().take(ANNA).granted()).isFalse();

    clock.advance(Duration.ofHours(1));
    assertThat(limit.allowances().take(ANNA)).isEqualTo(new Allowance(true, 1, 0));
  }

  @Test
  void aWaitIsRoundedUpSoThatWhoComesBackThenIsLetIn() {
    assertThat(new Allowance(false, 0, 1).secondsToWait()).isEqualTo(1);
    assertThat(new Allowance(false, 0, 1_000_000_000).secondsToWait()).isEqualTo(1);
    assertThat(new Allowance(false, 0, 1_000_000_001).secondsToWait()).isEqualTo(2);
  }

  @Test
  void tellsThePolicyAndWhatIsLeftAsStructuredFields() {
    var policy = RatePolicy.of("people", 600);

    assertThat(policy.header()).isEqualTo("\"people\";q=600;w=60");
    assertThat(policy.header(new Allowance(true, 599, 0))).isEqualTo("\"people\";r=599;t=1");
    assertThat(policy.header(new Allowance(true, 0, 0))).isEqualTo("\"people\";r=0;t=60");
    assertThat(policy.header(new Allowance(false, 0, 90_000_000))).isEqualTo("\"people\";r=0;t=1");
  }

  @Test
  void peopleMachinesAndStrangersHaveLimitsOfTheirOwnAndThePlatformItselfHasNone() {
    var people = RateLimit.local("people", 1, clock);
    var machines = RateLimit.local("machines", 1, clock);
    var strangers = RateLimit.local("open", 1, clock);
    var limits = new RateLimits(people, machines, strangers, "corridor-service");

    assertThat(limits.of(ANNA)).isSameAs(people);
    assertThat(limits.of("payroll")).isSameAs(machines);
    assertThat(limits.of("a".repeat(36))).isSameAs(machines);
    assertThat(limits.of("corridor-service")).isNull();
    assertThat(limits.ofStrangers()).isSameAs(strangers);
  }

  @Test
  void zeroSwitchesALimitOffAndLessIsRefused() {
    var off = RateLimit.local("people", 0, clock);
    var limits = new RateLimits(off, off, off, null);

    assertThat(limits.of(ANNA)).isNull();
    assertThat(limits.of("payroll")).isNull();
    assertThat(limits.ofStrangers()).isNull();
    assertThatThrownBy(() -> RateLimit.local("people", -1, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofManyAtOnceExactlyTheAllowanceIsGranted() throws InterruptedException, ExecutionException {
    var limit = RateLimit.local("machines", 1_000, clock);
    var threads = Executors.newFixedThreadPool(8);
    var counting = new ArrayList<Future<Integer>>();
    for (var thread = 0; thread < 8; thread++) {
      counting.add(threads.submit(() -> granted(limit, 500)));
    }

    var sum = 0;
    for (var count : counting) {
      sum += count.get();
    }
    threads.shutdownNow();

    assertThat(sum).isEqualTo(1_000);
  }

  private static int granted(RateLimit limit, int times) {
    var granted = 0;
    for (var i = 0; i < times; i++) {
      granted += limit.allowances().take("payroll").granted() ? 1 : 0;
    }
    return granted;
  }

  private static final class StandingClock implements TimeMeter {

    private final AtomicLong nanos = new AtomicLong();

    void advance(Duration by) {
      nanos.addAndGet(by.toNanos());
    }

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
