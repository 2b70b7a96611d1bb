package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.BrowserSession;
import org.corridor.auth.application.BrowserSessions;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/** Sessions in Redis: each a hash, and for each user the set of their ids. */
@ApplicationScoped
public class RedisBrowserSessions implements BrowserSessions {

  private static final String BEGIN =
      """
      redis.call('hset', KEYS[1], 'session', ARGV[1], 'secret', ARGV[2])
      redis.call('pexpire', KEYS[1], ARGV[3])
      return 'BEGUN'
      """;

  private static final String USE =
      """
      if redis.call('hget', KEYS[1], 'secret') ~= ARGV[1] then
        return ''
      end
      redis.call('pexpire', KEYS[1], ARGV[2])
      return redis.call('hget', KEYS[1], 'session')
      """;

  private final RedisConnection redis;
  private final AuthSettings settings;

  @Inject
  public RedisBrowserSessions(RedisConnection redis, AuthSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected RedisBrowserSessions() {
    this(null, null);
  }

  @Override
  public void begin(BrowserSession session, String secret, Duration idle) {
    redis.script(
        BEGIN,
        List.of(key(session.id())),
        Json.write(session),
        Digests.sha256(secret),
        idle.toMillis());
    redis.call(
        client -> {
          var ids = client.<String>getSet(idsOf(session.userId()), StringCodec.INSTANCE);
          ids.add(session.id().toString());
          return ids.expire(settings.signInLifetime());
        });
  }

  @Override
  public Optional<BrowserSession> use(UUID id, String secret, Duration idle) {
    return read(redis.script(USE, List.of(key(id)), Digests.sha256(secret), idle.toMillis()));
  }

  @Override
  public List<BrowserSession> of(UUID userId) {
    Set<String> ids =
        redis.call(client -> client.<String>getSet(idsOf(userId), StringCodec.INSTANCE).readAll());
    var sessions = new ArrayList<BrowserSession>();
    for (var id : ids) {
      var json =
          redis.call(
              client ->
                  client
                      .<String, String>getMap(key(UUID.fromString(id)), StringCodec.INSTANCE)
                      .get("session"));
      if (json == null) {
        forget(userId, id);
      } else {
        sessions.add(Json.read(json, BrowserSession.class));
      }
    }
    sessions.sort(Comparator.comparing(BrowserSession::authenticatedAt).reversed());
    return sessions;
  }

  @Override
  public boolean end(BrowserSession session) {
    boolean was = redis.call(client -> client.getKeys().delete(key(session.id())) > 0);
    forget(session.userId(), session.id().toString());
    return was;
  }

  private void forget(UUID userId, String id) {
    redis.call(client -> client.<String>getSet(idsOf(userId), StringCodec.INSTANCE).remove(id));
  }

  private static Optional<BrowserSession> read(String json) {
    return json == null || json.isEmpty()
        ? Optional.empty()
        : Optional.of(Json.read(json, BrowserSession.class));
  }

  private static String key(UUID id) {
    return "corridor:auth:session:{" + id + "}";
  }

  private static String idsOf(UUID userId) {
    return "corridor:auth:sessions-of:{" + userId + "}";
  }
}
