package org.corridor.transaction.application.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.saga.SagaChange;
import org.corridor.transaction.domain.saga.SagaRules;

/** Writes what happens to sagas together with what their kind makes of it. */
@ApplicationScoped
public class WriteSaga {

  private final Sagas sagas;
  private final SagaKinds kinds;
  private final SagaSettings settings;

  /** For the container's proxy. */
  protected WriteSaga() {
    this(null, null, null);
  }

  @Inject
  public WriteSaga(Sagas sagas, SagaKinds kinds, SagaSettings settings) {
    this.sagas = sagas;
    this.kinds = kinds;
    this.settings = settings;
  }

  /** Writes a new saga in the unit of work of the caller. */
  public void start(UUID id, String kind, UUID subjectId, Making making) {
    var change = rules(kind).start(id, subjectId, making);
    sagas.add(change);
    kinds.kind(kind).happened(change);
  }

  /** Writes what happened to one that is held; nothing, if nothing did. */
  public void save(SagaChange change) {
    if (!change.events().isEmpty()) {
      sagas.save(change);
      kinds.kind(change.after().kind()).happened(change);
    }
  }

  public SagaRules rules(String kind) {
    return new SagaRules(kinds.kind(kind).plan(), settings.retries());
  }
}
