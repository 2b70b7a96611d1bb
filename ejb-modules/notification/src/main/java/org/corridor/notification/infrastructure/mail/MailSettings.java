package org.corridor.notification.infrastructure.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * Where mail goes and how, {@code corridor.notification.mail.*}; docs/reference/settings.md.
 *
 * @param user null if the server asks for none
 * @param timeout of each answer of the server
 */
record MailSettings(
    String host,
    int port,
    Security security,
    String from,
    String user,
    String password,
    Duration timeout) {

  private static final String PREFIX = "corridor.notification.mail.";
  private static final int SUBMISSION = 587;
  private static final String CONNECT_MILLISECONDS = "5000";
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(15);

  /** How the way to the server is protected. */
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /** Empty without a host: then there is no e-mail. */
  static Optional<MailSettings> from(Config config) {
    return text(config, "host")
        .map(
            host ->
                new MailSettings(
                    host,
                    config.getOptionalValue(PREFIX + "port", Integer.class).orElse(SUBMISSION),
                    security(text(config, "security").orElse("starttls")),
                    text(config, "from")
                        .orElseThrow(() -> new IllegalStateException(PREFIX + "from is missing")),
                    text(config, "user").orElse(null),
                    text(config, "password").orElse(null),
                    config
                        .getOptionalValue(PREFIX + "timeout", Duration.class)
                        .orElse(USUAL_TIMEOUT)));
  }

  /** What Jakarta Mail takes. Every step has its time limit: the longest way takes a minute. */
  Properties properties() {
    var properties = new Properties();
    var answer = Long.toString(timeout.toMillis());
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
    properties.setProperty("mail.smtp.timeout", answer);
    properties.setProperty("mail.smtp.writetimeout", answer);
    properties.setProperty("mail.smtp.auth", Boolean.toString(user != null));
    properties.setProperty("mail.smtp.quitwait", "false");
    var startTls = Boolean.toString(security == Security.STARTTLS);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }

  private static Security security(String name) {
    return switch (name) {
      case "starttls" -> Security.STARTTLS;
      case "tls" -> Security.TLS;
      case "none" -> Security.NONE;
      default ->
          throw new IllegalStateException(
              PREFIX + "security must be starttls, tls or none, not " + name);
    };
  }

  private static Optional<String> text(Config config, String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
