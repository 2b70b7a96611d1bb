package org.corridor.platform.events;

import java.util.OptionalLong;

/** Where events wait for a consumer. */
@FunctionalInterface
public interface EventQueue {

  /** How many messages wait, of an event or more each; empty while that cannot be asked. */
  OptionalLong waiting();
}
