package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.corridor.kernel.Money;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.application.Limits;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.transaction.domain.LimitSetting;

/** Limits in a table, with a stream of events each that tells who has set them. */
@ApplicationScoped
public class JdbcLimits implements Limits {

  private static final String SELECT =
      "select audience, kind, currency, per_transaction, per_day, approval_above, version"
          + " from transaction_limit";
  private static final String ONE = SELECT + " where audience = ? and kind = ? and currency = ?";

  private static final String ADD =
      "insert into transaction_limit"
          + " (per_transaction, per_day, approval_above, version, kind, audience, currency)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private static final String SAVE =
      "update transaction_limit set per_transaction = ?, per_day = ?, approval_above = ?,"
          + " version = ? where kind = ? and audience = ? and currency = ?";

  private final TransactionDatabase database;
  private final EventStore events = TransactionEvents.store();

  /** For the container's proxy. */
  protected JdbcLimits() {
    this(null);
  }

  @Inject
  public JdbcLimits(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public List<Limit> all(Audience audience) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(SELECT + " where audience = ? order by kind, currency")) {
            select.setString(1, audience.name());
            return limits(select);
          }
        });
  }

  /** Of all audiences. */
  public static void all(Pipeline pipeline, Consumer<Limit> taker) {
    pipeline.read(SELECT, parameters -> {}, row -> taker.accept(setting(row).limit()));
  }

  @Override
  public Optional<LimitSetting> setting(Kind kind, Audience audience, Currency currency) {
    return one(ONE, kind, audience, currency);
  }

  @Override
  public Optional<LimitSetting> hold(Kind kind, Audience audience, Currency currency) {
    return one(ONE + " for update", kind, audience, currency);
  }

  @Override
  public boolean add(LimitSetting.Change change, String correlationId) {
    var added = write(ADD, change) == 1;
    if (added) {
      append(change, correlationId);
    }
    return added;
  }

  @Override
  public void save(LimitSetting.Change change, String correlationId) {
    if (write(SAVE, change) != 1) {
      throw new IllegalStateException("no limit was held: " + change.after());
    }
    append(change, correlationId);
  }

  private Optional<LimitSetting> one(String sql, Kind kind, Audience audience, Currency currency) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            select.setString(1, audience.name());
            select.setString(2, kind.name());
            select.setString(3, currency.getCurrencyCode());
            return settings(select).stream().findFirst();
          }
        });
  }

  private int write(String sql, LimitSetting.Change change) {
    var limit = change.after().limit();
    return database.sql(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, limit.perTransaction().minorUnits());
            statement.setLong(2, limit.perDay().minorUnits());
            statement.setLong(3, limit.approvalAbove().minorUnits());
            statement.setLong(4, change.after().version());
            statement.setString(5, limit.kind().name());
            statement.setString(6, limit.audience().name());
            statement.setString(7, limit.currency().getCurrencyCode());
            return statement.executeUpdate();
          }
        });
  }

  private void append(LimitSetting.Change change, String correlationId) {
    var version = change.after().version();
    database.sql(
        connection ->
            events.append(
                connection,
                TransactionEvents.stream(change.after().limit()),
                version - 1,
                List.of(change.event()),
                change.event().at(),
                Trail.of(correlationId)));
  }

  private static List<Limit> limits(PreparedStatement select) throws SQLException {
    return settings(select).stream().map(LimitSetting::limit).toList();
  }

  private static List<LimitSetting> settings(PreparedStatement select) throws SQLException {
    var settings = new ArrayList<LimitSetting>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        settings.add(setting(rows));
      }
    }
    return settings;
  }

  private static LimitSetting setting(ResultSet row) throws SQLException {
    var limit =
        new Limit(
            Kind.valueOf(row.getString("kind")),
            Audience.valueOf(row.getString("audience")),
            money(row, "per_transaction"),
            money(row, "per_day"),
            money(row, "approval_above"));
    return new LimitSetting(limit, row.getLong("version"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getLong(column), row.getString("currency"));
  }
}
