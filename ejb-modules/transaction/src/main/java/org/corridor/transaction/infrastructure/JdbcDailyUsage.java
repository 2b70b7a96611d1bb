package org.corridor.transaction.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.DailyUsage;

/**
 * Daily usage in one row an account, day, kind and currency. What is reserved is reserved at the
 * desk, many at once; here is what changes afterwards.
 */
@ApplicationScoped
public class JdbcDailyUsage implements DailyUsage {

  private static final String ADD =
      "insert into daily_usage as u (account_id, day, kind, currency, used)"
          + " values (?, ?, ?, ?, ?) on conflict (account_id, day, kind, currency)"
          + " do update set used = u.used + excluded.used";

  private static final String RESERVE =
      "insert into daily_usage as u (account_id, day, kind, currency, used)"
          + " select ?, ?, ?, ?, amount from (values (?::bigint, ?::bigint)) as wanted (amount, most)"
          + " where amount <= most on conflict (account_id, day, kind, currency)"
          + " do update set used = u.used + excluded.used where u.used + excluded.used <= ?";
  private static final String GIVE_BACK =
      "update daily_usage set used = used - ?"
          + " where account_id = ? and day = ? and kind = ? and currency = ?";

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcDailyUsage() {
    this(null);
  }

  @Inject
  public JdbcDailyUsage(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public boolean reserve(Slot slot, Money amount, long mostMinorUnits) {
    return database.sql(
        connection -> {
          try (var upsert = connection.prepareStatement(RESERVE)) {
            bindSlot(upsert, 1, slot, amount);
            upsert.setLong(5, amount.minorUnits());
            upsert.setLong(6, mostMinorUnits);
            upsert.setLong(7, mostMinorUnits);
            return upsert.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void add(Slot slot, Money amount) {
    database.sql(
        connection -> {
          try (var upsert = connection.prepareStatement(ADD)) {
            bindSlot(upsert, 1, slot, amount);
            upsert.setLong(5, amount.minorUnits());
            return upsert.executeUpdate();
          }
        });
  }

  @Override
  public void giveBack(Slot slot, Money amount) {
    database.sql(
        connection -> {
          try (var update = connection.prepareStatement(GIVE_BACK)) {
            update.setLong(1, amount.minorUnits());
            bindSlot(update, 2, slot, amount);
            if (update.executeUpdate() != 1) {
              throw new IllegalStateException("nothing was reserved for " + slot);
            }
            return null;
          }
        });
  }

  private static void bindSlot(PreparedStatement statement, int first, Slot slot, Money amount)
      throws SQLException {
    statement.setObject(first, slot.accountId());
    statement.setObject(first + 1, LocalDate.ofInstant(slot.at(), ZoneOffset.UTC));
    statement.setString(first + 2, slot.kind().name());
    statement.setString(first + 3, amount.currency().getCurrencyCode());
  }
}
