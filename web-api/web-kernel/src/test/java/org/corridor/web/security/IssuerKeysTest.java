package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final MovingClock clock = new MovingClock();
  private volatile List<String> published = List.of("one");
  private volatile boolean isAway;
  private volatile boolean isSlow;
  private final IssuerKeys keys = new IssuerKeys(url(), this::publish, clock);

  @Test
  void fetchesOnceAndKeepsWhatItHas() throws Exception {
    assertThat(find("one")).hasSize(1);
    assertThat(find("one")).hasSize(1);

    assertThat(fetches).hasValue(1);
  }

  @Test
  void looksAgainForAKeyThatItDoesNotKnow() throws Exception {
    find("one");
    published = List.of("one", "two");
    assertThat(find("two")).as("a moment after it looked").isEmpty();

    clock.advance(Duration.ofSeconds(2));

    assertThat(find("two")).hasSize(1);
    assertThat(find("three")).isEmpty();
    assertThat(fetches).hasValue(2);
  }

  @Test
  void goesOnWithWhatItKnowsWhileTheIssuerIsAwayButNotForEver() throws Exception {
    find("one");
    isAway = true;

    clock.advance(Duration.ofMinutes(59));
    assertThat(find("one")).hasSize(1);
    assertThat(keys.areThere()).isTrue();

    clock.advance(Duration.ofMinutes(2));
    assertThatThrownBy(() -> find("one")).isInstanceOf(KeySourceException.class);
    assertThat(keys.areThere()).isFalse();

    isAway = false;
    clock.advance(Duration.ofSeconds(2));
    assertThat(find("one")).hasSize(1);
  }

  @Test
  void letsOnlyTwoWaitSoThatOthersCanAnswer() throws Exception {
    isSlow = true;
    var first = CompletableFuture.supplyAsync(this::found);
    var second = CompletableFuture.supplyAsync(this::found);
    while (fetches.get() == 0) {
      Thread.sleep(10);
    }
    Thread.sleep(100);

    assertThatThrownBy(() -> find("one"))
        .isInstanceOf(KeySourceException.class)
        .hasMessageContaining("being fetched");

    slow.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(find("one")).hasSize(1);
    assertThat(fetches).hasValue(1);
  }

  private int found() {
    try {
      return find("one").size();
    } catch (KeySourceException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<JWK> find(String id) throws KeySourceException {
    return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
  }

  private Resource publish(URL from) throws IOException {
    fetches.incrementAndGet();
    if (isAway) {
      throw new IOException("away");
    }
    if (isSlow) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    var jwks =
        published.stream()
            .map(
                id -> (JWK) new OctetSequenceKey.Builder(Base64URL.encode("key")).keyID(id).build())
            .toList();
    return new Resource(new JWKSet(jwks).toString(false), "application/jwk-set+json");
  }

  private static URL url() {
    try {
      return URI.create("https://issuer.test/jwks").toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class MovingClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-02T12:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new IllegalArgumentException("always UTC");
    }
  }
}
