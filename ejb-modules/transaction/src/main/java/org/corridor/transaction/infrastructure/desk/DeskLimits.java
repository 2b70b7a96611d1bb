package org.corridor.transaction.infrastructure.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.corridor.kernel.Caller;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.infrastructure.JdbcLimits;

/** All limits as they are now: a short table, read once a group. */
final class DeskLimits {

  private record Key(Kind kind, Audience audience, Currency currency) {}

  private final Map<Key, Limit> limits = new HashMap<>();

  static DeskLimits read(Connection connection) throws SQLException {
    var read = new DeskLimits();
    for (var limit : JdbcLimits.all(connection)) {
      read.limits.put(new Key(limit.kind(), limit.audience(), limit.perDay().currency()), limit);
    }
    return read;
  }

  Optional<Limit> of(Movement movement, Caller caller) {
    var key = new Key(movement.kind(), Audience.of(caller), movement.amount().currency());
    return Optional.ofNullable(limits.get(key));
  }
}
