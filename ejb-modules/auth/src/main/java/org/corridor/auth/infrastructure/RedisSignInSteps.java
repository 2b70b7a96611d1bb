package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.auth.application.PendingSignIns;
import org.corridor.auth.application.SignInSteps;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/** What was proven so far, in Redis. */
@ApplicationScoped
public class RedisSignInSteps implements SignInSteps {

  private final RedisConnection redis;

  @Inject
  public RedisSignInSteps(RedisConnection redis) {
    this.redis = redis;
  }

  /** For the container's proxy. */
  protected RedisSignInSteps() {
    this(null);
  }

  @Override
  public void keep(String handle, Proven proven) {
    redis.call(
        client -> {
          client
              .getBucket(key(handle), StringCodec.INSTANCE)
              .set(Json.write(proven), PendingSignIns.LIFETIME);
          return proven;
        });
  }

  @Override
  public Optional<Proven> find(String handle) {
    var json =
        redis.call(client -> client.<String>getBucket(key(handle), StringCodec.INSTANCE).get());
    return Optional.ofNullable(json).map(found -> Json.read(found, Proven.class));
  }

  private static String key(String handle) {
    return "corridor:auth:sign-in:" + Digests.sha256(handle) + ":proven";
  }
}
