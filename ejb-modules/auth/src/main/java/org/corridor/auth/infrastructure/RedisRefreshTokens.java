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
import org.corridor.auth.application.RefreshTokens;
import org.corridor.auth.application.TokenFamily;
import org.corridor.auth.domain.Digests;
import org.corridor.platform.json.Json;
import org.redisson.client.codec.StringCodec;

/**
 * Families of refresh tokens in Redis: a hash with the family and the SHA-256 of its current token.
 * A revoked one leaves a mark behind, which outlives everything that could begin it anew.
 */
@ApplicationScoped
public class RedisRefreshTokens implements RefreshTokens {

  private static final String BEGIN =
      """
      if redis.call('exists', KEYS[2]) == 1 then
        return 'REVOKED'
      end
      redis.call('hset', KEYS[1], 'family', ARGV[1], 'current', ARGV[2])
      redis.call('pexpire', KEYS[1], ARGV[3])
      return 'BEGUN'
      """;

  private static final String ROTATE =
      """
      local current = redis.call('hget', KEYS[1], 'current')
      if not current then
        return 'UNKNOWN'
      end
      if current ~= ARGV[1] then
        redis.call('del', KEYS[1])
        redis.call('set', KEYS[2], '1', 'px', ARGV[4])
        return 'REUSED'
      end
      redis.call('hset', KEYS[1], 'current', ARGV[2])
      redis.call('pexpire', KEYS[1], ARGV[3])
      return 'ROTATED'
      """;

  private static final String REVOKE =
      """
      redis.call('del', KEYS[1])
      if redis.call('set', KEYS[2], '1', 'px', ARGV[1], 'nx') then
        return 'REVOKED'
      end
      return 'BEFORE'
      """;

  private final RedisConnection redis;
  private final AuthSettings settings;

  @Inject
  public RedisRefreshTokens(RedisConnection redis, AuthSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected RedisRefreshTokens() {
    this(null, null);
  }

  @Override
  public boolean begin(TokenFamily family, String token, Duration idle) {
    var answer =
        redis.script(
            BEGIN, keys(family.id()), Json.write(family), Digests.sha256(token), idle.toMillis());
    if (!answer.equals("BEGUN")) {
      return false;
    }
    redis.call(
        client -> {
          var ids = client.<String>getSet(idsOf(family.userId()), StringCodec.INSTANCE);
          ids.add(family.id().toString());
          return ids.expire(settings.signInLifetime());
        });
    return true;
  }

  @Override
  public List<TokenFamily> of(UUID userId) {
    Set<String> ids =
        redis.call(client -> client.<String>getSet(idsOf(userId), StringCodec.INSTANCE).readAll());
    var families = new ArrayList<TokenFamily>();
    for (var id : ids) {
      var family = find(UUID.fromString(id));
      if (family.isPresent()) {
        families.add(family.get());
      } else {
        redis.call(client -> client.<String>getSet(idsOf(userId), StringCodec.INSTANCE).remove(id));
      }
    }
    families.sort(Comparator.comparing(TokenFamily::authenticatedAt).reversed());
    return families;
  }

  @Override
  public Optional<TokenFamily> find(UUID familyId) {
    var json =
        redis.call(
            client ->
                client
                    .<String, String>getMap(family(familyId), StringCodec.INSTANCE)
                    .get("family"));
    return Optional.ofNullable(json).map(found -> Json.read(found, TokenFamily.class));
  }

  @Override
  public boolean isCurrent(UUID familyId, String presented) {
    var hash =
        redis.call(
            client ->
                client
                    .<String, String>getMap(family(familyId), StringCodec.INSTANCE)
                    .get("current"));
    return hash != null && Digests.sameSecret(hash, presented);
  }

  @Override
  public Rotation rotate(UUID familyId, String presented, String next, Duration idle) {
    return Rotation.valueOf(
        redis.script(
            ROTATE,
            keys(familyId),
            Digests.sha256(presented),
            Digests.sha256(next),
            idle.toMillis(),
            settings.signInLifetime().toMillis()));
  }

  @Override
  public boolean revoke(UUID familyId) {
    return redis
        .script(REVOKE, keys(familyId), settings.signInLifetime().toMillis())
        .equals("REVOKED");
  }

  private static List<Object> keys(UUID familyId) {
    return List.of(family(familyId), family(familyId) + ":revoked");
  }

  private static String idsOf(UUID userId) {
    return "corridor:auth:families-of:{" + userId + "}";
  }

  private static String family(UUID familyId) {
    return "corridor:auth:family:{" + familyId + "}";
  }
}
