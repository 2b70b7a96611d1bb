package org.corridor.notification.infrastructure.sms;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where text messages go, {@code corridor.notification.sms.*}; docs/reference/settings.md.
 *
 * @param sender what the message says it is from: up to eleven letters and digits, or a number
 * @param tls whether the connection is encrypted; SMPP itself is not
 */
record SmppSettings(
    String host, int port, String systemId, String password, String sender, boolean tls) {

  private static final String PREFIX = "corridor.notification.sms.";
  private static final int PORT = 2775;

  /** Empty without a host: then there are no text messages. */
  static Optional<SmppSettings> from(Config config) {
    return text(config, "host")
        .map(
            host ->
                new SmppSettings(
                    host,
                    config.getOptionalValue(PREFIX + "port", Integer.class).orElse(PORT),
                    required(config, "system-id"),
                    required(config, "password"),
                    required(config, "sender"),
                    config.getOptionalValue(PREFIX + "tls", Boolean.class).orElse(true)));
  }

  boolean hasNumericSender() {
    return sender.matches("\\+?[0-9]{3,15}");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmppSettings[" + host + ":" + port + "]";
  }

  private static String required(Config config, String key) {
    return text(config, key)
        .orElseThrow(() -> new IllegalStateException(PREFIX + key + " is missing"));
  }

  private static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
