package org.corridor.web.rate;

import io.github.bucket4j.TimeMeter;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The limits of a context: of people, of machines, and of those who are not known yet. A setting of
 * 0 switches one off.
 *
 * @param ownClient the machine client as which the contexts call each other; it is not limited, as
 *     it carries what others were let in for; may be null
 */
record RateLimits(RateLimit people, RateLimit machines, RateLimit strangers, String ownClient) {

  private static final String PREFIX = "corridor.rate.";
  private static final long PEOPLE = 600;
  private static final long MACHINES = 600_000;
  private static final long STRANGERS = 120;

  /** A user's id is a UUID; no API client has an id that looks like one. */
  private static final int UUID_LENGTH = 36;

  private static final Pattern UUID_LIKE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  static RateLimits from(Config config, TimeMeter clock) {
    return new RateLimits(
        RateLimit.local("people", perMinute(config, "people-per-minute", PEOPLE), clock),
        RateLimit.local("machines", perMinute(config, "machines-per-minute", MACHINES), clock),
        RateLimit.local("open", perMinute(config, "open-per-minute", STRANGERS), clock),
        config
            .getOptionalValue("corridor.service.subject", String.class)
            .or(() -> config.getOptionalValue("corridor.service.client-id", String.class))
            .orElse(null));
  }

  private static long perMinute(Config config, String key, long otherwise) {
    return config.getOptionalValue(PREFIX + key, Long.class).orElse(otherwise);
  }

  /** The limit of a known caller; null if it is not limited. */
  RateLimit of(String subject) {
    if (subject.equals(ownClient)) {
      return null;
    }
    var limit = isPerson(subject) ? people : machines;
    return limit.isOff() ? null : limit;
  }

  private static boolean isPerson(String subject) {
    return subject.length() == UUID_LENGTH && UUID_LIKE.matcher(subject).matches();
  }

  /** The limit of whoever is not known; null if there is none. */
  RateLimit ofStrangers() {
    return strangers.isOff() ? null : strangers;
  }
}
