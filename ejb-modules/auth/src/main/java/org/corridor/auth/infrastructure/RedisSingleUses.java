package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.corridor.auth.application.SingleUses;
import org.corridor.auth.domain.Digests;
import org.redisson.client.codec.StringCodec;

/** What was used, in Redis, by its hash. */
@ApplicationScoped
public class RedisSingleUses implements SingleUses {

  private final RedisConnection redis;

  @Inject
  public RedisSingleUses(RedisConnection redis) {
    this.redis = redis;
  }

  /** For the container's proxy. */
  protected RedisSingleUses() {
    this(null);
  }

  @Override
  public boolean first(String kind, String value, Duration keep) {
    var key = "corridor:auth:used:" + kind + ":" + Digests.sha256(value);
    return redis.call(client -> client.getBucket(key, StringCodec.INSTANCE).setIfAbsent("1", keep));
  }
}
