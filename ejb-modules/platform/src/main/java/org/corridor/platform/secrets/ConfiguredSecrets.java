package org.corridor.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Optional;
import org.corridor.platform.secrets.SealedText.Scheme;
import org.corridor.platform.secrets.vault.TransitKeys;
import org.corridor.platform.secrets.vault.VaultSession;
import org.corridor.platform.secrets.vault.VaultSettings;
import org.eclipse.microprofile.config.Config;

/**
 * Keys from where {@code corridor.secrets.provider} says: {@code keystore}, {@code vault}, or, if
 * it is not set, from nowhere.
 */
@ApplicationScoped
public class ConfiguredSecrets implements Secrets {

  private static final String PROVIDER = "corridor.secrets.provider";

  private final Secrets secrets;

  @Inject
  public ConfiguredSecrets(Config config) {
    this.secrets = secrets(config);
  }

  /** For the container's proxy. */
  protected ConfiguredSecrets() {
    this.secrets = null;
  }

  @Override
  public boolean isConfigured() {
    return secrets.isConfigured();
  }

  @Override
  public String seal(SecretName name, byte[] secret) {
    return secrets.seal(name, secret);
  }

  @Override
  public byte[] open(SecretName name, String sealed) {
    return secrets.open(name, sealed);
  }

  @Override
  public boolean isSealed(String text) {
    return secrets.isSealed(text);
  }

  @Override
  public boolean isCurrent(String text) {
    return secrets.isCurrent(text);
  }

  @Override
  public boolean areWell() {
    return secrets.areWell();
  }

  private static Secrets secrets(Config config) {
    var used = text(config, PROVIDER).map(ConfiguredSecrets::scheme).orElse(null);
    var places = new EnumMap<Scheme, DataKeys>(Scheme.class);
    text(config, "corridor.secrets.keystore")
        .ifPresent(file -> places.put(Scheme.KEY_STORE, keyStore(config, Path.of(file))));
    var transitKey = text(config, "corridor.vault.transit.key");
    if (transitKey.isPresent()) {
      places.put(Scheme.TRANSIT, transit(config, transitKey.get()));
    }
    if (used != null && !places.containsKey(used)) {
      throw new IllegalStateException(
          used == Scheme.KEY_STORE
              ? PROVIDER + "=keystore needs the setting corridor.secrets.keystore"
              : PROVIDER + "=vault needs the setting corridor.vault.transit.key");
    }
    return new SealedSecrets(places, used);
  }

  private static Scheme scheme(String provider) {
    return switch (provider) {
      case "keystore" -> Scheme.KEY_STORE;
      case "vault" -> Scheme.TRANSIT;
      default ->
          throw new IllegalStateException(PROVIDER + " must be keystore or vault: " + provider);
    };
  }

  private static DataKeys keyStore(Config config, Path file) {
    var password =
        text(config, "corridor.secrets.keystore.password")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the setting corridor.secrets.keystore.password is required"));
    return new KeyStoreKeys(file, password, text(config, "corridor.secrets.keystore.current"));
  }

  private static DataKeys transit(Config config, String key) {
    var settings =
        VaultSettings.from(name -> text(config, name))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "corridor.vault.transit.key needs the setting corridor.vault.address"));
    var mount = text(config, "corridor.vault.transit.mount").orElse("transit");
    return new TransitKeys(VaultSession.of(settings), mount, key, Clock.systemUTC());
  }

  private static Optional<String> text(Config config, String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}
