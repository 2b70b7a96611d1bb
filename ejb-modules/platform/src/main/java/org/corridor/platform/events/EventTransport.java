package org.corridor.platform.events;

/**
 * How events travel from context to context. Which one does is said by {@code
 * corridor.events.transport}.
 */
public interface EventTransport {

  /** What the setting calls it. */
  String name();

  /** Where relays hand events to. */
  EventPublisher publisher();

  /**
   * Where they wait for a consumer, which is there now and can be given some.
   *
   * @param context the consumer, such as {@code transaction}
   */
  EventQueue queue(String context);
}
