package org.corridor.auth.application;

import java.time.Duration;

/**
 * Remembers what is good for one use, until it would be refused anyway.
 *
 * <p>All methods may throw {@link TokenStoreUnavailable}.
 */
public interface SingleUses {

  /** True for the first who says so, of any number on any replica. */
  boolean first(String kind, String value, Duration keep);
}
