package org.corridor.auth.infrastructure;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.corridor.auth.application.TokenStoreUnavailable;
import org.redisson.Redisson;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/**
 * The one connection pool to Redis. It connects when first used, so the context starts without
 * Redis, and comes back by itself when Redis does.
 */
@ApplicationScoped
public class RedisConnection {

  private static final int THREADS = 2;
  private static final int POOL = 8;
  private static final int CONNECT_MILLISECONDS = 1_000;
  private static final int ANSWER_MILLISECONDS = 1_000;
  private static final Duration RETRY_AFTER = Duration.ofMillis(100);

  private final RedissonClient redis;

  @Inject
  public RedisConnection(RedisSettings settings) {
    this.redis = Redisson.create(config(settings));
  }

  /** For the container's proxy. */
  protected RedisConnection() {
    this.redis = null;
  }

  @PreDestroy
  void close() {
    redis.shutdown(0, 2, TimeUnit.SECONDS);
  }

  /**
   * @throws TokenStoreUnavailable if Redis does not answer
   */
  <T> T call(Function<RedissonClient, T> work) {
    try {
      return work.apply(redis);
    } catch (RedisException e) {
      throw new TokenStoreUnavailable(e);
    }
  }

  /** Runs a script, which Redis does not interrupt by anything else. */
  String script(String lua, List<Object> keys, Object... arguments) {
    return call(
        client ->
            client
                .getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_WRITE, lua, RScript.ReturnType.STRING, keys, arguments));
  }

  public boolean answers() {
    try {
      return "PONG".equals(script("return 'PONG'", List.of()));
    } catch (TokenStoreUnavailable e) {
      return false;
    }
  }

  private static Config config(RedisSettings settings) {
    var config = new Config();
    config.setLazyInitialization(true);
    config.setThreads(THREADS);
    config.setNettyThreads(THREADS);
    config.setCodec(StringCodec.INSTANCE);
    if (settings.password() != null) {
      config.setPassword(settings.password());
    }
    config
        .useSingleServer()
        .setAddress(settings.uri())
        .setConnectionPoolSize(POOL)
        .setConnectionMinimumIdleSize(1)
        .setSubscriptionConnectionMinimumIdleSize(0)
        .setSubscriptionConnectionPoolSize(1)
        .setConnectTimeout(CONNECT_MILLISECONDS)
        .setTimeout(ANSWER_MILLISECONDS)
        .setRetryAttempts(1)
        .setRetryDelay(new ConstantDelay(RETRY_AFTER));
    return config;
  }
}
