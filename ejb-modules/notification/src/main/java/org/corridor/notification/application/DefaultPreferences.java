package org.corridor.notification.application;

import org.corridor.notification.domain.Preferences;

/** What holds for people who have not chosen anything. */
public interface DefaultPreferences {

  Preferences get();
}
