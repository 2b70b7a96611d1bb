package org.corridor.platform.events.jms;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Keeps messages in their order though some come again. The engine sets aside for a while what was
 * not taken and delivers the next: that has to wait until the one before was taken.
 */
final class RedeliveryOrder {

  private final Set<String> waiting = new LinkedHashSet<>();

  /** Whether no message that came before this one has still to be taken; if so, it waits too. */
  synchronized boolean isNext(String messageId) {
    if (waiting.isEmpty() || waiting.iterator().next().equals(messageId)) {
      return true;
    }
    waiting.add(messageId);
    return false;
  }

  synchronized void taken(String messageId) {
    waiting.remove(messageId);
  }

  /** It will come again. */
  synchronized void failed(String messageId) {
    waiting.add(messageId);
  }
}
