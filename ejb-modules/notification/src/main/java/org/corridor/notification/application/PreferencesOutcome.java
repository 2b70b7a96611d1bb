package org.corridor.notification.application;

import java.util.Set;
import org.corridor.notification.domain.Channel;
import org.corridor.notification.domain.Preferences;

/** What asking for preferences, or setting them, leads to. */
public sealed interface PreferencesOutcome {

  /** As they are now. */
  record Found(Preferences preferences) implements PreferencesOutcome {}

  /** There is no such recipient, or the caller may not know of it. */
  record NotFound() implements PreferencesOutcome {}

  /** Somebody has changed them since they were read. */
  record Stale() implements PreferencesOutcome {}

  /** These were chosen, but nothing is configured for them. */
  record NotOffered(Set<Channel> channels) implements PreferencesOutcome {
    public NotOffered {
      channels = Set.copyOf(channels);
    }
  }
}
