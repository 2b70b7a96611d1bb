package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.corridor.auth.application.AddressDelays;
import org.corridor.auth.application.SecretDigests;

/**
 * Failures by address in Redis, under a digest of the address. Each is forgotten after a while, and
 * an address with none is not there.
 */
@ApplicationScoped
public class RedisAddressDelays implements AddressDelays {

  private static final String CHARGE =
      """
      local now = tonumber(ARGV[1])
      local waiting = tonumber(redis.call('hget', KEYS[1], 'until') or '0')
      if waiting > now then
        return 'WAIT'
      end
      local before = tonumber(redis.call('hget', KEYS[1], 'failures') or '0')
      local since = now - tonumber(redis.call('hget', KEYS[1], 'at') or ARGV[1])
      local failures = math.max(0, before - since / tonumber(ARGV[5])) + 1
      local over = math.ceil(failures) - tonumber(ARGV[2])
      redis.call('hset', KEYS[1], 'failures', tostring(failures), 'at', ARGV[1])
      if over >= 0 then
        local delay = math.min(tonumber(ARGV[3]) * 2 ^ math.min(over, 20), tonumber(ARGV[4]))
        redis.call('hset', KEYS[1], 'until', string.format('%.0f', now + delay))
      end
      redis.call('pexpire', KEYS[1], math.ceil(failures * tonumber(ARGV[5])) + ARGV[4])
      return 'GO'
      """;

  private static final String REFUND =
      """
      if redis.call('exists', KEYS[1]) == 1 then
        redis.call('hincrbyfloat', KEYS[1], 'failures', -1)
        redis.call('hdel', KEYS[1], 'until')
      end
      return 'DONE'
      """;

  private static final int NETWORK_BYTES = 8;

  private final RedisConnection redis;
  private final SecretDigests digests;

  @Inject
  public RedisAddressDelays(RedisConnection redis, SecretDigests digests) {
    this.redis = redis;
    this.digests = digests;
  }

  /** For the container's proxy. */
  protected RedisAddressDelays() {
    this(null, null);
  }

  @Override
  public boolean charge(String address, Instant now) {
    return redis
        .script(
            CHARGE,
            key(address),
            now.toEpochMilli(),
            FREE_FAILURES,
            FIRST_DELAY.toMillis(),
            LONGEST_DELAY.toMillis(),
            FORGETS_ONE_AFTER.toMillis())
        .equals("GO");
  }

  @Override
  public void refund(String address) {
    redis.script(REFUND, key(address));
  }

  private List<Object> key(String address) {
    return List.of("corridor:auth:address:" + digests.of("address " + network(address)));
  }

  /** Of IPv6 whoever has one address has all of its /64. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // a literal with a colon is never looked up
      var bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }
}
