package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.Limits;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.Limit.Audience;

/** Limits from the table that the organisation sets. */
@ApplicationScoped
public class JdbcLimits implements Limits {

  private static final String SELECT =
      "select audience, kind, currency, per_transaction, per_day, approval_above"
          + " from transaction_limit";

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcLimits() {
    this(null);
  }

  @Inject
  public JdbcLimits(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Limit> find(Kind kind, Audience audience, Currency currency) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  SELECT + " where audience = ? and kind = ? and currency = ?")) {
            select.setString(1, audience.name());
            select.setString(2, kind.name());
            select.setString(3, currency.getCurrencyCode());
            return limits(select).stream().findFirst();
          }
        });
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
  public static List<Limit> all(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(SELECT)) {
      return limits(select);
    }
  }

  private static List<Limit> limits(PreparedStatement select) throws SQLException {
    var limits = new ArrayList<Limit>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        limits.add(
            new Limit(
                Kind.valueOf(rows.getString("kind")),
                Audience.valueOf(rows.getString("audience")),
                money(rows, "per_transaction"),
                money(rows, "per_day"),
                money(rows, "approval_above")));
      }
    }
    return limits;
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getLong(column), row.getString("currency"));
  }
}
