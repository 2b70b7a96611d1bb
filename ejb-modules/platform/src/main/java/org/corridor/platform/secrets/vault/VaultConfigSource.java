package org.corridor.platform.secrets.vault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings from Vault, read once when the first is asked for. Its own settings come from the other
 * sources; without {@code corridor.vault.kv.paths} there is nothing here.
 *
 * <p>If Vault cannot be had, whoever asks for a setting gets the cause as an exception: a server
 * without its secrets does not start.
 */
public final class VaultConfigSource implements ConfigSource {

  private static final String OURS = "corridor.";
  private static final String OF_VAULT = "corridor.vault.";

  /** Above the environment (300), below system properties (400) and the server's variables. */
  private static final int ORDINAL = 350;

  /** The modules of an application have a configuration each; Vault is asked by one of them. */
  private static final Once SHARED = new Once(VaultConfigSource::setting);

  private final Once values;

  /** For the service loader. */
  public VaultConfigSource() {
    this(SHARED);
  }

  VaultConfigSource(Function<String, Optional<String>> settings) {
    this(new Once(settings));
  }

  private VaultConfigSource(Once values) {
    this.values = values;
  }

  private static final class Once {
    private final Function<String, Optional<String>> settings;
    private volatile Map<String, String> read;

    Once(Function<String, Optional<String>> settings) {
      this.settings = settings;
    }

    Map<String, String> get() {
      if (read == null) {
        if (Thread.holdsLock(this)) {
          // One of Vault's own settings refers to another, which then does not come from Vault.
          return Map.of();
        }
        synchronized (this) {
          if (read == null) {
            read = VaultValues.read(settings);
          }
        }
      }
      return read;
    }

    Map<String, String> known() {
      return read == null ? Map.of() : read;
    }
  }

  @Override
  public String getValue(String name) {
    // Its own settings it must not look for in itself; those of others it has not.
    if (!name.startsWith(OURS) || name.startsWith(OF_VAULT)) {
      return null;
    }
    return values.get().get(name);
  }

  /** Those that were read; asking for names alone does not go to Vault. */
  @Override
  public Set<String> getPropertyNames() {
    return values.known().keySet();
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public String getName() {
    return "Vault";
  }

  private static Optional<String> setting(String name) {
    return ConfigProvider.getConfig()
        .getOptionalValue(name, String.class)
        .filter(value -> !value.isBlank());
  }
}
