package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.application.webhook.Endpoints;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.EventPatterns;
import org.corridor.notification.infrastructure.Columns;
import org.corridor.notification.infrastructure.NotificationDatabase;

/** Endpoints in the context's database. */
@ApplicationScoped
public class JdbcEndpoints implements Endpoints {

  private static final String ADD =
      "insert into webhook_endpoint (id, owner, version, url, events, description, enabled,"
          + " created_at, changed_at, secret) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String SAVE =
      "update webhook_endpoint set version = ?, url = ?, events = ?, description = ?, enabled = ?,"
          + " disabled_reason = ?, failing_since = ?, changed_at = ?"
          + " where id = ? and version = ? and deleted_at is null";

  private static final String ROTATE =
      "update webhook_endpoint set version = ?, previous_secret = secret, previous_until = ?,"
          + " secret = ?, changed_at = ? where id = ? and version = ? and deleted_at is null";

  private static final String DELETE =
      "update webhook_endpoint set version = version + 1, enabled = false, secret = null,"
          + " previous_secret = null, previous_until = null, deleted_at = ?"
          + " where id = ? and version = ? and deleted_at is null";

  private static final String FAILED =
      "update webhook_endpoint set failing_since = coalesce(failing_since, ?)"
          + " where id = ? and enabled and deleted_at is null returning *";

  private final NotificationDatabase database;

  @Inject
  public JdbcEndpoints(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcEndpoints() {
    this(null);
  }

  private interface Binding {
    void to(PreparedStatement statement, Connection connection) throws SQLException;
  }

  @Override
  public void add(Endpoint endpoint, String sealedSecret) {
    change(
        ADD,
        (insert, connection) -> {
          insert.setObject(1, endpoint.id());
          insert.setString(2, endpoint.owner().toString());
          insert.setLong(3, endpoint.version());
          insert.setString(4, endpoint.url());
          insert.setArray(5, texts(connection, endpoint.events().patterns()));
          insert.setString(6, endpoint.description());
          insert.setBoolean(7, endpoint.enabled());
          insert.setObject(8, Columns.of(endpoint.createdAt()));
          insert.setObject(9, Columns.of(endpoint.changedAt()));
          insert.setString(10, sealedSecret);
        });
  }

  @Override
  public Optional<Endpoint> find(EndpointOwner owner, UUID id) {
    return read(
            "select * from webhook_endpoint where owner = ? and id = ? and deleted_at is null",
            (select, connection) -> {
              select.setString(1, owner.toString());
              select.setObject(2, id);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<Endpoint> list(EndpointOwner owner, UUID after, int limit) {
    return read(
        "select * from webhook_endpoint where owner = ? and deleted_at is null"
            + " and (?::uuid is null or id > ?) order by id limit ?",
        (select, connection) -> {
          select.setString(1, owner.toString());
          select.setObject(2, after);
          select.setObject(3, after);
          select.setInt(4, limit);
        });
  }

  @Override
  public int countAndLock(EndpointOwner owner) {
    return database.sql(
        connection -> {
          try (var lock =
                  connection.prepareStatement(
                      "select pg_advisory_xact_lock(hashtextextended('webhooks ' || ?, 0))");
              var count =
                  connection.prepareStatement(
                      "select count(*) from webhook_endpoint"
                          + " where owner = ? and deleted_at is null")) {
            lock.setString(1, owner.toString());
            lock.execute();
            count.setString(1, owner.toString());
            try (var rows = count.executeQuery()) {
              rows.next();
              return rows.getInt(1);
            }
          }
        });
  }

  @Override
  public List<Endpoint> enabledOf(Collection<EndpointOwner> owners) {
    return read(
        "select * from webhook_endpoint where owner = any(?) and enabled and deleted_at is null",
        (select, connection) ->
            select.setArray(
                1, texts(connection, owners.stream().map(EndpointOwner::toString).toList())));
  }

  @Override
  public boolean save(Endpoint endpoint) {
    return change(
        SAVE,
        (update, connection) -> {
          update.setLong(1, endpoint.version());
          update.setString(2, endpoint.url());
          update.setArray(3, texts(connection, endpoint.events().patterns()));
          update.setString(4, endpoint.description());
          update.setBoolean(5, endpoint.enabled());
          update.setString(6, endpoint.disabledReason());
          update.setObject(7, Columns.of(endpoint.failingSince()));
          update.setObject(8, Columns.of(endpoint.changedAt()));
          update.setObject(9, endpoint.id());
          update.setLong(10, endpoint.version() - 1);
        });
  }

  @Override
  public boolean saveRotated(Endpoint endpoint, String sealedSecret) {
    return change(
        ROTATE,
        (update, connection) -> {
          update.setLong(1, endpoint.version());
          update.setObject(2, Columns.of(endpoint.previousSecretUntil()));
          update.setString(3, sealedSecret);
          update.setObject(4, Columns.of(endpoint.changedAt()));
          update.setObject(5, endpoint.id());
          update.setLong(6, endpoint.version() - 1);
        });
  }

  @Override
  public boolean delete(UUID id, long version, Instant at) {
    return change(
        DELETE,
        (update, connection) -> {
          update.setObject(1, Columns.of(at));
          update.setObject(2, id);
          update.setLong(3, version);
        });
  }

  @Override
  public void succeeded(UUID id) {
    change(
        "update webhook_endpoint set failing_since = null"
            + " where id = ? and failing_since is not null",
        (update, connection) -> update.setObject(1, id));
  }

  @Override
  public Optional<Endpoint> failed(UUID id, Instant at) {
    return read(
            FAILED,
            (update, connection) -> {
              update.setObject(1, Columns.of(at));
              update.setObject(2, id);
            })
        .stream()
        .findFirst();
  }

  private boolean change(String sql, Binding binding) {
    return database.sql(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            binding.to(statement, connection);
            return statement.executeUpdate() == 1;
          }
        });
  }

  private List<Endpoint> read(String sql, Binding binding) {
    return database.sql(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            binding.to(statement, connection);
            var found = new ArrayList<Endpoint>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                found.add(endpoint(rows));
              }
            }
            return found;
          }
        });
  }

  private static java.sql.Array texts(Connection connection, List<String> texts)
      throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    return new Endpoint(
        row.getObject("id", UUID.class),
        EndpointOwner.parse(row.getString("owner")),
        row.getLong("version"),
        row.getString("url"),
        new EventPatterns(Arrays.asList((String[]) row.getArray("events").getArray())),
        row.getString("description"),
        row.getBoolean("enabled"),
        row.getString("disabled_reason"),
        Columns.instant(row, "failing_since"),
        Columns.instant(row, "previous_until"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "changed_at"));
  }
}
