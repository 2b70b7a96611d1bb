package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.corridor.notification.application.webhook.WebhookTerms;
import org.corridor.notification.domain.webhook.RetrySchedule;
import org.eclipse.microprofile.config.Config;

/** The settings {@code corridor.notification.webhook.*}; docs/reference/settings.md. */
@ApplicationScoped
public class WebhookSettings implements WebhookTerms {

  private static final String PREFIX = "corridor.notification.webhook.";
  private static final Duration USUAL_ROTATION = Duration.ofHours(24);
  private static final Duration USUAL_PATIENCE = Duration.ofDays(5);
  private static final Duration USUALLY_KEPT = Duration.ofDays(30);
  private static final Duration USUAL_CONNECT = Duration.ofSeconds(5);
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(15);

  private final Config config;

  @Inject
  public WebhookSettings(Config config) {
    this.config = config;
  }

  /** For the container's proxy. */
  protected WebhookSettings() {
    this(null);
  }

  /** In base64; empty for none. */
  Optional<String> key() {
    return text("key");
  }

  /** Whether a host is called whatever its addresses are. */
  boolean isAllowed(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return text("allowed-hosts").map(hosts -> hosts.split("\\s*,\\s*")).stream()
        .flatMap(Arrays::stream)
        .anyMatch(
            allowed ->
                allowed.startsWith("*.")
                    ? name.endsWith(allowed.substring(1))
                    : name.equals(allowed));
  }

  @Override
  public RetrySchedule schedule() {
    return text("retries").map(WebhookSettings::schedule).orElse(RetrySchedule.USUAL);
  }

  @Override
  public Duration rotation() {
    return duration("rotation", USUAL_ROTATION);
  }

  @Override
  public Duration patience() {
    return duration("disable-after", USUAL_PATIENCE);
  }

  /** How long messages, and the log of their attempts, are kept. */
  Duration kept() {
    return duration("kept", USUALLY_KEPT);
  }

  Duration connectTimeout() {
    return duration("connect-timeout", USUAL_CONNECT);
  }

  /** Of a whole call. */
  Duration timeout() {
    return duration("timeout", USUAL_TIMEOUT);
  }

  private static RetrySchedule schedule(String text) {
    try {
      return new RetrySchedule(
          List.of(text.split("\\s*,\\s*")).stream().map(Duration::parse).toList());
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new IllegalStateException(PREFIX + "retries is no list of durations: " + text, e);
    }
  }

  private Duration duration(String key, Duration usual) {
    return config.getOptionalValue(PREFIX + key, Duration.class).orElse(usual);
  }

  private Optional<String> text(String key) {
    return config.getOptionalValue(PREFIX + key, String.class).filter(value -> !value.isBlank());
  }
}
