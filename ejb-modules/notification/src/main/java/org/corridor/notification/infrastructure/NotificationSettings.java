package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.corridor.notification.application.DefaultPreferences;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.SummaryTerms;
import org.corridor.notification.domain.Preferences;
import org.eclipse.microprofile.config.Config;

/** The settings of this context, {@code corridor.notification.*}; docs/reference/settings.md. */
@ApplicationScoped
public class NotificationSettings implements DefaultPreferences, SummaryTerms {

  private static final String TIME_ZONE = "corridor.notification.time-zone";
  private static final String KEPT = "corridor.notification.kept";
  private static final String SUMMARY_FROM = "corridor.notification.summary.from";
  private static final String SUMMARY_PAUSE = "corridor.notification.summary.pause";
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);
  private static final Duration USUALLY_KEPT = Duration.ofDays(400);
  private static final int USUALLY_SUMMED_FROM = 10;
  private static final Duration USUAL_SUMMARY_PAUSE = Duration.ofMinutes(10);

  private final Config config;

  @Inject
  public NotificationSettings(Config config) {
    this.config = config;
  }

  /** For the container's proxy. */
  protected NotificationSettings() {
    this(null);
  }

  /** In microseconds, as the database keeps instants: what is read is what was written. */
  @Produces
  @NotificationClock
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }

  @Override
  public Preferences get() {
    var zone = config.getOptionalValue(TIME_ZONE, String.class).orElse("UTC");
    try {
      return Preferences.initial(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalStateException(TIME_ZONE + " is no time zone: " + zone, e);
    }
  }

  @Override
  public int from() {
    return config.getOptionalValue(SUMMARY_FROM, Integer.class).orElse(USUALLY_SUMMED_FROM);
  }

  @Override
  public Duration pause() {
    return config.getOptionalValue(SUMMARY_PAUSE, Duration.class).orElse(USUAL_SUMMARY_PAUSE);
  }

  /** How long what was sent, and what stands in the app, is kept. */
  Duration kept() {
    return config.getOptionalValue(KEPT, Duration.class).orElse(USUALLY_KEPT);
  }
}
