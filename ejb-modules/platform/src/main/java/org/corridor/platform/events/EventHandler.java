package org.corridor.platform.events;

import java.util.List;
import java.util.Set;

/**
 * What a context does about events of others. Each context has one bean for each thing that it does
 * about them; how they travel is not its concern.
 */
public interface EventHandler {

  /** The types of events that it takes, such as {@code account.journal-posted.v1}. */
  Set<String> types();

  /**
   * Takes events in one transaction of its own, all of them or none. Events come at least once, so
   * one that was taken before must have no effect again ({@link Inbox}).
   *
   * @param events of these types only, those of a stream in their order
   * @throws RuntimeException if they cannot be taken now: they come again, and one that can never
   *     be taken is put aside with the reason
   */
  void take(List<ReceivedEvent> events);
}
