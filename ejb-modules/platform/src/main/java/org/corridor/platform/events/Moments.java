package org.corridor.platform.events;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads moments as events have them (RFC 3339). Those that were committed together happened at the
 * same one, and reading it costs more than all the rest of an event: so it is read once. For one
 * thread.
 */
public final class Moments {

  private String lastText;
  private Instant last;

  /**
   * @throws DateTimeException if it is none
   */
  public Instant read(String text) {
    if (!text.equals(lastText)) {
      last = Instant.parse(text);
      lastText = text;
    }
    return last;
  }
}
