package org.corridor.notification.application;

import java.time.Instant;
import java.util.Optional;
import org.corridor.notification.domain.Preferences;
import org.corridor.notification.domain.Recipient;

/** What people have chosen. Everything within a unit of work. */
public interface PreferenceStore {

  Optional<Preferences> find(Recipient recipient);

  /**
   * Keeps preferences under the version that comes after {@code expected}.
   *
   * @return false if they have another version than that by now
   */
  boolean save(Recipient recipient, Preferences preferences, long expected, String by, Instant at);
}
