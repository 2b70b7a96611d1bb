package org.corridor.transaction.infrastructure.desk;

import static java.util.stream.Collectors.partitioningBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.corridor.platform.jdbc.Parameters;
import org.corridor.platform.jdbc.Pipeline;
import org.corridor.transaction.domain.Kind;

/**
 * The day's usage of the accounts of one group. All that may be added is added first, in one
 * statement that holds the rows from then on; what then turns out to exceed a limit is taken back.
 */
final class DeskUsage {

  private static final String ROWS =
      " unnest(?::uuid[], ?::date[], ?::text[], ?::text[], ?::bigint[])"
          + " as d (account_id, day, kind, currency, amount)";
  // each in one order, so that no two desks wait for each other
  private static final String LOCK =
      "select u.account_id from daily_usage u join"
          + ROWS
          + " using (account_id, day, kind, currency)"
          + " order by u.account_id, u.day, u.kind, u.currency for update of u";
  private static final String ADD =
      "insert into daily_usage as u (account_id, day, kind, currency, used)"
          + " select unnest(?::uuid[]), unnest(?::date[]), unnest(?::text[]), unnest(?::text[]),"
          + " unnest(?::bigint[]) order by 1, 2, 3, 4"
          + " on conflict (account_id, day, kind, currency)"
          + " do update set used = u.used + excluded.used"
          + " returning account_id, day, kind, currency, used";
  private static final String TAKE_AWAY =
      "update daily_usage u set used = u.used + d.amount from"
          + ROWS
          + " where u.account_id = d.account_id and u.day = d.day and u.kind = d.kind"
          + " and u.currency = d.currency"
          + " returning u.account_id, u.day, u.kind, u.currency, u.used";

  private final Map<DayShare, Long> wanted = new LinkedHashMap<>();
  private final Map<DayShare, Long> returned = new HashMap<>();
  private final Map<DayShare, Long> takenBack = new LinkedHashMap<>();
  private final Map<DayShare, Long> used = new HashMap<>();

  /**
   * Wants to add an amount.
   *
   * @return false if no number could count that
   */
  boolean want(DayShare share, long minorUnits) {
    try {
      wanted.put(share, Math.addExact(wanted.getOrDefault(share, 0L), minorUnits));
      return true;
    } catch (ArithmeticException beyondAnyLimit) {
      return false;
    }
  }

  /** Something that was counted has not moved after all. */
  void giveBack(DayShare share, long minorUnits) {
    wanted.merge(share, -minorUnits, Long::sum);
    returned.merge(share, -minorUnits, Long::sum);
  }

  /** Holds all rows; from now on {@link #reserve} decides, what was given back counted first. */
  void hold(Connection connection) throws SQLException {
    var pipeline = new Pipeline();
    if (!returned.isEmpty()) {
      pipeline.read(LOCK, parameters -> bind(parameters, wanted.entrySet()), row -> {});
    }
    change(pipeline, wanted);
    pipeline.run(connection);
    wanted.forEach((share, amount) -> used.merge(share, -amount, Long::sum));
    returned.forEach((share, amount) -> used.merge(share, amount, Long::sum));
  }

  /**
   * Decides on an amount that was wanted, as if it came alone after those before it.
   *
   * @return false if the day's sum would exceed the limit
   */
  boolean reserve(DayShare share, long minorUnits, long limit) {
    var before = used.getOrDefault(share, 0L);
    if (minorUnits > limit - before) {
      takenBack.merge(share, -minorUnits, Long::sum);
      return false;
    }
    used.put(share, before + minorUnits);
    return true;
  }

  /** What was reserved in this group is given up again. */
  void release(DayShare share, long minorUnits) {
    used.merge(share, -minorUnits, Long::sum);
    takenBack.merge(share, -minorUnits, Long::sum);
  }

  /** Takes back what was held but not reserved. */
  void write(Pipeline pipeline) {
    change(pipeline, takenBack);
  }

  /** A row that is not there is made by an addition only: what is taken away was added before. */
  private void change(Pipeline pipeline, Map<DayShare, Long> amounts) {
    var byWay =
        amounts.entrySet().stream().collect(partitioningBy(amount -> amount.getValue() >= 0));
    change(pipeline, ADD, byWay.get(true));
    change(pipeline, TAKE_AWAY, byWay.get(false));
  }

  private void change(Pipeline pipeline, String sql, Collection<Map.Entry<DayShare, Long>> rows) {
    if (!rows.isEmpty()) {
      pipeline.read(sql, parameters -> bind(parameters, rows), this::takeNote);
    }
  }

  private void takeNote(ResultSet row) throws SQLException {
    used.put(
        new DayShare(
            row.getObject("account_id", UUID.class),
            row.getObject("day", LocalDate.class),
            Kind.valueOf(row.getString("kind")),
            Currency.getInstance(row.getString("currency"))),
        row.getLong("used"));
  }

  private static void bind(Parameters parameters, Collection<Map.Entry<DayShare, Long>> rows)
      throws SQLException {
    parameters
        .column("uuid", rows, row -> row.getKey().accountId())
        .column("date", rows, row -> row.getKey().day().toString())
        .column("text", rows, row -> row.getKey().kind().name())
        .column("text", rows, row -> row.getKey().currency().getCurrencyCode())
        .column("int8", rows, Map.Entry::getValue);
  }
}
