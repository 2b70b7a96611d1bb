package org.corridor.platform.secrets.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.corridor.platform.secrets.DataKeys;
import org.corridor.platform.secrets.SecretsUnavailable;

/**
 * Data keys that Transit makes and wraps: the wrapped key is the id, and stands in what it has
 * sealed; the key that wraps never leaves Vault. A data key is used, and remembered after it was
 * unwrapped, for an hour; so Vault is asked seldom, and an hour after it has taken the right away
 * nothing opens any more.
 */
public final class TransitKeys implements DataKeys {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 1_000;
  private static final int KEY_BYTES = 32;
  private static final Pattern WRAPPED = Pattern.compile("vault:v([1-9][0-9]{0,8}):[\\w+/=-]+");

  private final VaultSession session;
  private final String mount;
  private final String name;
  private final Clock clock;
  private final Map<String, Remembered> unwrapped = new LinkedHashMap<>();
  private Remembered current;

  private record Remembered(DataKey key, Instant until) {}

  public TransitKeys(VaultSession session, String mount, String name, Clock clock) {
    this.session = session;
    this.mount = mount;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public synchronized DataKey current() {
    if (current == null || !clock.instant().isBefore(current.until())) {
      var path = mount + "/datakey/plaintext/" + name;
      var data = session.write(path, Map.of()).path("data");
      var wrapped = data.path("ciphertext").asText();
      version(wrapped);
      current = remember(new DataKey(wrapped, key(data)));
    }
    return current.key();
  }

  @Override
  public SecretKey find(String wrapped) {
    version(wrapped);
    var known = remembered(wrapped);
    if (known != null) {
      return known;
    }
    var path = mount + "/decrypt/" + name;
    var key = key(session.write(path, Map.of("ciphertext", wrapped)).path("data"));
    return remember(new DataKey(wrapped, key)).key().key();
  }

  /** Transit wraps with its newest key, so what it has made last tells the version. */
  @Override
  public boolean isCurrent(String wrapped) {
    return version(wrapped) >= version(current().id());
  }

  @Override
  public boolean areWell() {
    return session.isWell();
  }

  private synchronized SecretKey remembered(String wrapped) {
    var known = unwrapped.get(wrapped);
    return known != null && clock.instant().isBefore(known.until()) ? known.key().key() : null;
  }

  private synchronized Remembered remember(DataKey key) {
    var now = clock.instant();
    unwrapped.values().removeIf(old -> !now.isBefore(old.until()));
    if (unwrapped.size() >= MOST_REMEMBERED) {
      unwrapped.remove(unwrapped.keySet().iterator().next());
    }
    var remembered = new Remembered(key, now.plus(KEPT));
    unwrapped.put(key.id(), remembered);
    return remembered;
  }

  private SecretKey key(JsonNode data) {
    try {
      var bytes = Base64.getDecoder().decode(data.path("plaintext").asText());
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException notBase64) {
      throw new SecretsUnavailable("Transit's key " + name + " gave no base64");
    }
    throw new SecretsUnavailable("Transit's key " + name + " gave no data key of 256 bits");
  }

  private static int version(String wrapped) {
    var form = WRAPPED.matcher(wrapped);
    if (!form.matches()) {
      throw new IllegalStateException("not wrapped by Transit");
    }
    return Integer.parseInt(form.group(1));
  }
}
