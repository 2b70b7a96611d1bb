package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.auth.application.PendingSignIn;
import org.corridor.auth.application.PendingSignIns;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/** Sign-ins under way, in Redis. */
@ApplicationScoped
public class RedisPendingSignIns implements PendingSignIns {

  private final RedisConnection redis;

  @Inject
  public RedisPendingSignIns(RedisConnection redis) {
    this.redis = redis;
  }

  /** For the container's proxy. */
  protected RedisPendingSignIns() {
    this(null);
  }

  @Override
  public void keep(String handle, PendingSignIn signIn) {
    redis.call(
        client -> {
          client
              .getBucket(key(handle), StringCodec.INSTANCE)
              .set(Json.write(signIn), PendingSignIns.LIFETIME);
          return signIn;
        });
  }

  @Override
  public Optional<PendingSignIn> find(String handle) {
    return read(
        redis.call(client -> client.<String>getBucket(key(handle), StringCodec.INSTANCE).get()));
  }

  @Override
  public Optional<PendingSignIn> take(String handle) {
    return read(
        redis.call(
            client -> client.<String>getBucket(key(handle), StringCodec.INSTANCE).getAndDelete()));
  }

  private static Optional<PendingSignIn> read(String json) {
    return Optional.ofNullable(json).map(found -> Json.read(found, PendingSignIn.class));
  }

  private static String key(String handle) {
    return "corridor:auth:sign-in:" + Digests.sha256(handle);
  }
}
