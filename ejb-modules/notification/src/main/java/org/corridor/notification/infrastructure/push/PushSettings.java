package org.corridor.notification.infrastructure.push;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Who sends push messages, and to which push services, {@code corridor.notification.push.*};
 * docs/reference/settings.md.
 *
 * @param privateKey of the application server, the 32 bytes of a P-256 key in base64url
 * @param contact {@code mailto:} or {@code https:}, for the operators of push services
 * @param hosts that a subscription may name: a host, or a domain after {@code *.}
 */
record PushSettings(String privateKey, String publicKey, String contact, List<String> hosts) {

  private static final String PREFIX = "corridor.notification.push.";

  /** Those of the browsers in use. */
  private static final String USUAL_HOSTS =
      "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,"
          + "*.notify.windows.com";

  PushSettings {
    hosts = List.copyOf(hosts);
  }

  /** Empty without a key: then there is no push. */
  static Optional<PushSettings> from(Config config) {
    return text(config, "private-key")
        .map(
            key ->
                new PushSettings(
                    key,
                    required(config, "public-key"),
                    required(config, "contact"),
                    List.of(text(config, "hosts").orElse(USUAL_HOSTS).split("\\s*,\\s*"))));
  }

  /** Whoever registers a subscription names an address that this server will call. */
  boolean mayCall(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return hosts.stream()
        .anyMatch(
            allowed ->
                allowed.startsWith("*.")
                    ? name.endsWith(allowed.substring(1))
                    : name.equals(allowed));
  }

  /** Without the private key. */
  @Override
  public String toString() {
    return "PushSettings[" + publicKey + "]";
  }

  private static String required(Config config, String key) {
    return text(config, key)
        .orElseThrow(() -> new IllegalStateException(PREFIX + key + " is missing"));
  }

  private static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
