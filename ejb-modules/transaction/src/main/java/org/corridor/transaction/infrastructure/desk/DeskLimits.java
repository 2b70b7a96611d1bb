package org.corridor.transaction.infrastructure.desk;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.infrastructure.JdbcLimits;

/** All limits as they are now: a short table, read once in a group that begins anything. */
final class DeskLimits {

  private record Key(Kind kind, Audience audience, Currency currency) {}

  private final Map<Key, Limit> limits = new HashMap<>();

  static DeskLimits none() {
    return new DeskLimits();
  }

  /** They are known when the pipeline has run. */
  static DeskLimits read(Pipeline pipeline) {
    var read = new DeskLimits();
    JdbcLimits.all(pipeline, read::add);
    return read;
  }

  private void add(Limit limit) {
    limits.put(new Key(limit.kind(), limit.audience(), limit.perDay().currency()), limit);
  }

  Optional<Limit> of(Movement movement, Caller caller) {
    var key = new Key(movement.kind(), Audience.of(caller), movement.amount().currency());
    return Optional.ofNullable(limits.get(key));
  }
}
