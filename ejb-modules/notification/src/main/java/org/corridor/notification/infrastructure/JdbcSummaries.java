package org.corridor.notification.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.notification.application.Summaries;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.NoticeType;
import org.corridor.notification.domain.SummaryKey;
import org.corridor.platform.json.Json;

/**
 * Summaries in the context's database. Rows that another replica has locked are left out: it is
 * telling of them.
 */
@ApplicationScoped
public class JdbcSummaries implements Summaries {

  private static final String PAUSED =
      "select type, account_id, next_at from notice_summary where addressee_id = ? and next_at > ?";

  private static final String BEGIN =
      "insert into notice_summary as known (addressee_id, type, account_id, next_at)"
          + " values (?, ?, ?, ?) on conflict (addressee_id, type, account_id)"
          + " do update set next_at = excluded.next_at where known.next_at <= ?";

  private static final String WAITING =
      "select id from notice where status = 'RECEIVED' and addressee_id = ? and type = ?"
          + " and facts::json ->> 'accountId' = ? and facts::json ->> 'count' is null"
          + " for update skip locked";

  private static final String POSTPONE =
      "update notice set due_at = ? where id = any(array(" + WAITING + ")) and due_at < ?";

  private static final String TAKE =
      "with taken as (update notice set status = 'SUMMED', summary_id = ?"
          + " where id = any(array("
          + WAITING
          + ")) and id <> ? returning occurred_at, facts::json -> 'amount' as amount)"
          + " select count(*) as count, sum((amount ->> 'amount')::numeric)::text as total,"
          + " min(amount ->> 'currency') as currency, max(occurred_at) as last from taken";

  private final NotificationDatabase database;

  @Inject
  public JdbcSummaries(NotificationDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  protected JdbcSummaries() {
    this(null);
  }

  @Override
  public Map<SummaryKey, Instant> paused(Collection<SummaryKey> keys, Instant now) {
    return database.sql(
        connection -> {
          var paused = new HashMap<SummaryKey, Instant>();
          try (var select = connection.prepareStatement(PAUSED)) {
            for (var addressee : keys.stream().map(SummaryKey::addresseeId).distinct().toList()) {
              select.setObject(1, addressee);
              select.setObject(2, Columns.of(now));
              read(select, addressee, paused);
            }
          }
          paused.keySet().retainAll(keys);
          return paused;
        });
  }

  private static void read(
      PreparedStatement select, UUID addressee, Map<SummaryKey, Instant> paused)
      throws SQLException {
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var type = NoticeType.valueOf(rows.getString("type"));
        var account = rows.getObject("account_id", UUID.class);
        paused.put(new SummaryKey(type, addressee, account), Columns.instant(rows, "next_at"));
      }
    }
  }

  @Override
  public boolean begin(SummaryKey key, Instant now, Instant next) {
    return database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, key.addresseeId());
            insert.setString(2, key.type().name());
            insert.setObject(3, key.accountId());
            insert.setObject(4, Columns.of(next));
            insert.setObject(5, Columns.of(now));
            return insert.executeUpdate() == 1;
          }
        });
  }

  @Override
  public void postpone(SummaryKey key, Instant until) {
    database.sql(
        connection -> {
          try (var update = connection.prepareStatement(POSTPONE)) {
            update.setObject(1, Columns.of(until));
            bindWaiting(update, 2, key);
            update.setObject(5, Columns.of(until));
            return update.executeUpdate();
          }
        });
  }

  @Override
  public Taken takeInto(Notice summary, SummaryKey key) {
    return database.sql(
        connection -> {
          try (var take = connection.prepareStatement(TAKE)) {
            take.setObject(1, summary.id());
            bindWaiting(take, 2, key);
            take.setObject(5, summary.id());
            try (var rows = take.executeQuery()) {
              rows.next();
              var count = rows.getInt("count");
              return count == 0 ? new Taken(0, null, null) : taken(count, rows);
            }
          }
        });
  }

  @Override
  public void keep(Notice summary) {
    database.sql(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update notice set facts = ?, occurred_at = ? where id = ?")) {
            update.setString(1, Json.write(summary.facts()));
            update.setObject(2, Columns.of(summary.occurredAt()));
            update.setObject(3, summary.id());
            return update.executeUpdate();
          }
        });
  }

  private static void bindWaiting(PreparedStatement statement, int first, SummaryKey key)
      throws SQLException {
    statement.setObject(first, key.addresseeId());
    statement.setString(first + 1, key.type().name());
    statement.setString(first + 2, key.accountId().toString());
  }

  private static Taken taken(int count, ResultSet row) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    return new Taken(
        count, Money.parse(row.getString("total"), currency), Columns.instant(row, "last"));
  }
}
