package org.corridor.platform.secrets.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where Vault is and as whom we sign in; docs/operating/secrets.md.
 *
 * @param namespace of Vault Enterprise or OpenBao; empty for the root
 * @param caCertificate a PEM file; null to trust whom the JVM trusts
 * @param timeout for one answer
 * @param patience for all attempts at one request
 */
public record VaultSettings(
    URI address,
    String namespace,
    Path caCertificate,
    VaultSignIn signIn,
    Duration timeout,
    Duration patience) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public VaultSettings {
    var secure = "https".equals(address.getScheme());
    var near = "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
    if (address.getHost() == null || !(secure || near)) {
      throw new IllegalStateException(
          "corridor.vault.address must be https://host:port; http goes to this machine only");
    }
    if (address.getRawUserInfo() != null || address.getRawQuery() != null) {
      throw new IllegalStateException("corridor.vault.address has more than host, port and path");
    }
  }

  /**
   * Empty without {@code corridor.vault.address}.
   *
   * @throws IllegalStateException naming the setting that is missing or wrong
   */
  public static Optional<VaultSettings> from(Function<String, Optional<String>> settings) {
    return settings
        .apply("corridor.vault.address")
        .map(
            address ->
                new VaultSettings(
                    uri(address),
                    settings.apply("corridor.vault.namespace").orElse(""),
                    settings.apply("corridor.vault.ca-certificate").map(Path::of).orElse(null),
                    VaultSignIn.from(settings),
                    duration(settings, "corridor.vault.timeout", "PT3S"),
                    duration(settings, "corridor.vault.patience", "PT10S")));
  }

  URI at(String path) {
    var base = address.toString();
    return URI.create((base.endsWith("/") ? base : base + '/') + "v1/" + path);
  }

  private static URI uri(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("corridor.vault.address is no URI", e);
    }
  }

  private static Duration duration(
      Function<String, Optional<String>> settings, String name, String usual) {
    try {
      var duration = Duration.parse(settings.apply(name).orElse(usual));
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalStateException(name + " must be longer than nothing");
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(name + " is no duration, such as " + usual, e);
    }
  }
}
