package org.corridor.notification.application;

import java.time.Instant;
import java.util.UUID;

/** From which devices users have signed in. Within a unit of work. */
public interface KnownDevices {

  /**
   * Remembers a device.
   *
   * @param device a hash, meaningless outside of auth
   * @return true if the user has not been seen there before
   */
  boolean isNew(UUID userId, String device, Instant at);
}
