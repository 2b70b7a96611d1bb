package org.corridor.transaction.infrastructure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Side;

/**
 * The accounts of clients that have transactions, so that a client's transactions are found by its
 * accounts. Whose an account is never changes.
 */
public final class ClientAccounts {

  // each in one order, so that no two writers wait for each other
  private static final String INSERT =
      "insert into client_account (client_id, account_id)"
          + " select * from unnest(?::text[], ?::uuid[]) on conflict do nothing";
  // about 100 bytes each; until half of them are there, the cache keeps no record of who asked
  private static final int MOST_REMEMBERED = 250_000;

  private final Cache<UUID, Boolean> written =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();

  /**
   * Writes those of the movements that are not known to be written.
   *
   * @return the ids of these, for when they are {@link #committed}
   */
  public Set<UUID> write(Pipeline pipeline, Stream<Movement> movements) {
    var missing = new TreeMap<UUID, String>();
    movements
        .flatMap(ClientAccounts::sides)
        .filter(side -> !isWritten(side))
        .forEach(side -> missing.put(side.accountId(), side.clientId().toString()));
    if (!missing.isEmpty()) {
      var rows = List.copyOf(missing.entrySet());
      pipeline.write(
          INSERT,
          parameters ->
              parameters
                  .column("text", rows, Map.Entry::getValue)
                  .column("uuid", rows, Map.Entry::getKey));
    }
    return missing.keySet();
  }

  /** What was written need not be written again. */
  public void committed(Set<UUID> accountIds) {
    accountIds.forEach(id -> written.put(id, true));
  }

  private boolean isWritten(Side side) {
    return written.getIfPresent(side.accountId()) != null;
  }

  private static Stream<Side> sides(Movement movement) {
    return Stream.of(movement.source(), movement.destination())
        .filter(side -> side.clientId() != null);
  }
}
