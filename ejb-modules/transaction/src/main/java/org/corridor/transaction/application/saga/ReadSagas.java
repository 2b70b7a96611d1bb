package org.corridor.transaction.application.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.UnitOfWork;
import org.corridor.transaction.domain.saga.Saga;
import org.corridor.transaction.domain.saga.SagaEvent;

/** Shows the sagas to whoever is responsible for them. */
@ApplicationScoped
public class ReadSagas {

  private final UnitOfWork units;
  private final Sagas sagas;

  /** For the container's proxy. */
  protected ReadSagas() {
    this(null, null);
  }

  @Inject
  public ReadSagas(UnitOfWork units, Sagas sagas) {
    this.units = units;
    this.sagas = sagas;
  }

  /** A saga and all that happened to it, oldest first. */
  public record Told(Saga saga, List<SagaEvent> history) {
    public Told {
      history = List.copyOf(history);
    }
  }

  public Optional<Told> find(UUID id) {
    var history = units.within(() -> sagas.history(id));
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(new Told(Saga.fold(history), history));
  }

  /** The newest first. */
  public List<SagaSummary> list(SagaQuery query, int limit) {
    return units.within(() -> sagas.list(query, limit));
  }

  public SagaCensus census() {
    return units.within(sagas::census);
  }
}
