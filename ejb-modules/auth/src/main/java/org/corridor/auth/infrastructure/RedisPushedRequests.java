package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.application.PushedRequests;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/** Pushed authorization requests in Redis, by the hash of their reference. */
@ApplicationScoped
public class RedisPushedRequests implements PushedRequests {

  private final RedisConnection redis;

  @Inject
  public RedisPushedRequests(RedisConnection redis) {
    this.redis = redis;
  }

  /** For the container's proxy. */
  protected RedisPushedRequests() {
    this(null);
  }

  /** As JSON. */
  private record Kept(Map<String, List<String>> parameters) {}

  @Override
  public void keep(String reference, Map<String, List<String>> parameters) {
    redis.call(
        client -> {
          client
              .getBucket(key(reference), StringCodec.INSTANCE)
              .set(Json.write(new Kept(new LinkedHashMap<>(parameters))), LIFETIME);
          return reference;
        });
  }

  @Override
  public Optional<Map<String, List<String>>> take(String reference) {
    var json =
        redis.call(
            client ->
                client.<String>getBucket(key(reference), StringCodec.INSTANCE).getAndDelete());
    return Optional.ofNullable(json).map(found -> Json.read(found, Kept.class).parameters());
  }

  private static String key(String reference) {
    return "corridor:auth:pushed:" + Digests.sha256(reference);
  }
}
