package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.AuthorizationCodes;
import org.corridor.auth.application.AuthorizedCode;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/** Authorization codes in Redis, by their hash. */
@ApplicationScoped
public class RedisAuthorizationCodes implements AuthorizationCodes {

  /** A used code is remembered for as long as what it gave may live. */
  private static final String REDEEM =
      """
      local fresh = redis.call('get', KEYS[1])
      if fresh then
        redis.call('del', KEYS[1])
        redis.call('set', KEYS[2], fresh, 'px', ARGV[1])
        return '+' .. fresh
      end
      local used = redis.call('get', KEYS[2])
      if used then
        return '-' .. used
      end
      return ''
      """;

  private final RedisConnection redis;
  private final AuthSettings settings;

  @Inject
  public RedisAuthorizationCodes(RedisConnection redis, AuthSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected RedisAuthorizationCodes() {
    this(null, null);
  }

  @Override
  public void keep(String code, AuthorizedCode authorized) {
    redis.call(
        client -> {
          client
              .getBucket(fresh(code), StringCodec.INSTANCE)
              .set(Json.write(authorized), AuthorizationCodes.LIFETIME);
          return authorized;
        });
  }

  @Override
  public Redemption redeem(String code) {
    var answer =
        redis.script(
            REDEEM, List.of(fresh(code), used(code)), settings.signInLifetime().toMillis());
    if (answer.isEmpty()) {
      return new Redemption.Unknown();
    }
    var authorized = Json.read(answer.substring(1), AuthorizedCode.class);
    return answer.charAt(0) == '+'
        ? new Redemption.Redeemed(authorized)
        : new Redemption.Replayed(authorized);
  }

  private static String fresh(String code) {
    return "corridor:auth:code:{" + Digests.sha256(code) + "}";
  }

  private static String used(String code) {
    return fresh(code) + ":used";
  }
}
