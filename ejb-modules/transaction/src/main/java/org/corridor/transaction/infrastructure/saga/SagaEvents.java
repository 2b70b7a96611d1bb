package org.corridor.transaction.infrastructure.saga;

import static java.util.Map.entry;

import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.saga.SagaEvent;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationBegun;
import org.corridor.transaction.domain.saga.SagaEvent.CompensationRequested;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompensated;
import org.corridor.transaction.domain.saga.SagaEvent.SagaCompleted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaRetried;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStarted;
import org.corridor.transaction.domain.saga.SagaEvent.SagaStuck;
import org.corridor.transaction.domain.saga.SagaEvent.StepDone;
import org.corridor.transaction.domain.saga.SagaEvent.StepRefused;
import org.corridor.transaction.domain.saga.SagaEvent.StepStarted;
import org.corridor.transaction.domain.saga.SagaEvent.StepUndone;
import org.corridor.transaction.domain.saga.SagaEvent.StepWaits;

/** How the events of sagas are stored: a stream for each. */
final class SagaEvents {

  static final String STREAM_PREFIX = "saga/";

  private static final Map<String, Class<? extends SagaEvent>> CLASSES =
      Map.ofEntries(
          entry("transaction.saga-started.v1", SagaStarted.class),
          entry("transaction.saga-step-started.v1", StepStarted.class),
          entry("transaction.saga-step-waits.v1", StepWaits.class),
          entry("transaction.saga-step-done.v1", StepDone.class),
          entry("transaction.saga-step-refused.v1", StepRefused.class),
          entry("transaction.saga-compensation-requested.v1", CompensationRequested.class),
          entry("transaction.saga-compensation-begun.v1", CompensationBegun.class),
          entry("transaction.saga-step-undone.v1", StepUndone.class),
          entry("transaction.saga-stuck.v1", SagaStuck.class),
          entry("transaction.saga-retried.v1", SagaRetried.class),
          entry("transaction.saga-completed.v1", SagaCompleted.class),
          entry("transaction.saga-compensated.v1", SagaCompensated.class));

  private SagaEvents() {}

  static String stream(UUID sagaId) {
    return STREAM_PREFIX + sagaId;
  }

  static SagaEvent event(EventEnvelope envelope) {
    var type = CLASSES.get(envelope.type());
    if (type == null) {
      throw new IllegalStateException("not an event of a saga: " + envelope.type());
    }
    return Json.read(envelope.data(), type);
  }
}
