package org.corridor.transaction.application.saga;

import java.time.Instant;
import java.util.Map;
import org.corridor.transaction.domain.saga.SagaStatus;

/**
 * How many sagas there are that have not ended.
 *
 * @param open by their status
 * @param oldestWaiting since when the one has been open that waits longest; null if none waits
 * @param mostOverdue when the one was due that is due longest and that nobody is at; null if none
 */
public record SagaCensus(Map<SagaStatus, Long> open, Instant oldestWaiting, Instant mostOverdue) {
  public SagaCensus {
    open = Map.copyOf(open);
  }
}
