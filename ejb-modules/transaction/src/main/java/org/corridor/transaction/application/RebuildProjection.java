package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.domain.Transaction;

/**
 * Holds the rows against the events that they project, and makes them anew. The events are the
 * truth: a row that differs is wrong.
 */
@ApplicationScoped
public class RebuildProjection {

  private static final int BATCH = 500;

  private final UnitOfWork units;
  private final Projection projection;

  /** For the container's proxy. */
  protected RebuildProjection() {
    this(null, null);
  }

  @Inject
  public RebuildProjection(UnitOfWork units, Projection projection) {
    this.units = units;
    this.projection = projection;
  }

  /** The rows of transactions, as something that can be lost. */
  public interface Projection {

    /**
     * Ids that have events or a row, in order.
     *
     * @param after where the batch before ended; null for the first
     */
    List<UUID> ids(UUID after, int limit);

    /** What the events say, the row held if there is one; null if there are none. */
    Transaction folded(UUID id);

    /**
     * What the row says, or the events of one that has none yet, since the ledger's first answer to
     * it is awaited; null if there is none and should be.
     */
    Transaction projected(UUID id);

    /** Makes the row say what the events say. */
    void replace(Transaction folded);
  }

  /** The transactions whose row is not what their events say. */
  public List<UUID> compare() {
    return walk(false);
  }

  /**
   * Corrects every such row.
   *
   * @return the transactions whose row was wrong
   */
  public List<UUID> rebuild() {
    return walk(true);
  }

  private List<UUID> walk(boolean correct) {
    var wrong = new ArrayList<UUID>();
    UUID last = null;
    while (true) {
      var after = last;
      var ids = units.within(() -> projection.ids(after, BATCH));
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
    var folded = projection.folded(id);
    var isRight = folded != null && folded.equals(projection.projected(id));
    if (!isRight && correct && folded != null) {
      projection.replace(folded);
    }
    return isRight;
  }
}
