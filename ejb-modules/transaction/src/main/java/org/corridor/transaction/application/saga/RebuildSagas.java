package org.corridor.transaction.application.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.UnitOfWork;

/** Holds the rows of sagas against the events that they project, and makes them anew. */
@ApplicationScoped
public class RebuildSagas {

  private static final int BATCH = 500;

  private final UnitOfWork units;
  private final Sagas sagas;

  /** For the container's proxy. */
  protected RebuildSagas() {
    this(null, null);
  }

  @Inject
  public RebuildSagas(UnitOfWork units, Sagas sagas) {
    this.units = units;
    this.sagas = sagas;
  }

  /** The sagas whose row is not what their events say. */
  public List<UUID> compare() {
    return walk(false);
  }

  /**
   * Corrects every such row.
   *
   * @return the sagas whose row was wrong
   */
  public List<UUID> rebuild() {
    return walk(true);
  }

  private List<UUID> walk(boolean correct) {
    var wrong = new ArrayList<UUID>();
    UUID last = null;
    while (true) {
      var after = last;
      var ids = units.within(() -> sagas.ids(after, BATCH));
      if (ids.isEmpty()) {
        return wrong;
      }
      for (var id : ids) {
        if (!units.within(() -> isRight(id, correct))) {
          wrong.add(id);
        }
      }
      last = ids.get(ids.size() - 1);
    }
  }

  private boolean isRight(UUID id, boolean correct) {
    var folded = sagas.hold(id);
    var isRight = folded.isPresent() && sagas.projected(id).equals(folded.map(SagaSummary::of));
    if (!isRight && correct) {
      folded.ifPresent(sagas::replace);
    }
    return isRight;
  }
}
