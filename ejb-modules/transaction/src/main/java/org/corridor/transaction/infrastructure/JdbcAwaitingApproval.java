package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.corridor.transaction.application.AwaitingApproval;

/** What waits, by a column that the database keeps, whose index holds nothing else. */
@ApplicationScoped
public class JdbcAwaitingApproval implements AwaitingApproval {

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcAwaitingApproval() {
    this(null);
  }

  @Inject
  public JdbcAwaitingApproval(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public List<UUID> since(Instant instant, int limit) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select id from transaction where awaits_since <= ? order by awaits_since limit ?")) {
            select.setObject(1, instant.atOffset(ZoneOffset.UTC));
            select.setInt(2, limit);
            var ids = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
              }
            }
            return ids;
          }
        });
  }

  @Override
  public boolean take(UUID transactionId) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select 1 from transaction where id = ? and awaits_since is not null"
                      + " for update skip locked")) {
            select.setObject(1, transactionId);
            try (var rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }
}
