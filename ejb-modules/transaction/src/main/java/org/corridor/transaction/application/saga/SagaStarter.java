package org.corridor.transaction.application.saga;

import java.util.UUID;

/** Has sagas worked at soon, instead of when somebody looks for them next. */
@FunctionalInterface
public interface SagaStarter {

  /** To be called when it is written; if nobody has time, it is found later. */
  void soon(UUID sagaId);
}
