package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.auth.application.PasskeyChallenges;
import org.corridor.auth.domain.Digests;
import org.redisson.client.codec.StringCodec;

/** Challenges in Redis. */
@ApplicationScoped
public class RedisPasskeyChallenges implements PasskeyChallenges {

  private final RedisConnection redis;

  @Inject
  public RedisPasskeyChallenges(RedisConnection redis) {
    this.redis = redis;
  }

  /** For the container's proxy. */
  protected RedisPasskeyChallenges() {
    this(null);
  }

  @Override
  public void keep(String occasion, String challenge) {
    redis.call(
        client -> {
          client.getBucket(key(occasion), StringCodec.INSTANCE).set(challenge, LIFETIME);
          return challenge;
        });
  }

  @Override
  public Optional<String> take(String occasion) {
    return Optional.ofNullable(
        redis.call(
            client ->
                client.<String>getBucket(key(occasion), StringCodec.INSTANCE).getAndDelete()));
  }

  private static String key(String occasion) {
    return "corridor:auth:passkey-challenge:" + Digests.sha256(occasion);
  }
}
