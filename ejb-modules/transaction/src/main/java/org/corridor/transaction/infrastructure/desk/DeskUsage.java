package org.corridor.transaction.infrastructure.desk;

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
          + " and u.currency = d.currency";

  private final Map<DayShare, Long> wanted = new LinkedHashMap<>();
  private final Map<DayShare, Long> returned = new HashMap<>();
  private final Map<DayShare, Long> reserved = new HashMap<>();
  private final Map<DayShare, Long> forgone = new HashMap<>();

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

  /** Something that was counted has not moved after all; it is counted first. */
  void giveBack(DayShare share, long minorUnits) {
    returned.merge(share, -minorUnits, Long::sum);
  }

  /**
   * Holds all rows of what was wanted and given back; when that has run, {@link #reserve} decides.
   */
  void hold(Pipeline pipeline) {
    if (!returned.isEmpty()) {
      var shares = new HashMap<>(wanted);
      shares.putAll(returned);
      pipeline.read(LOCK, parameters -> bind(parameters, shares.entrySet()), row -> {});
    }
    if (!wanted.isEmpty()) {
      pipeline.read(ADD, parameters -> bind(parameters, wanted.entrySet()), this::takeNote);
    }
  }

  /**
   * Decides on an amount that was wanted, as if it came alone after those before it.
   *
   * @return false if the day's sum would exceed the limit
   */
  boolean reserve(DayShare share, long minorUnits, long limit) {
    var before = reserved.getOrDefault(share, 0L) + returned.getOrDefault(share, 0L);
    if (minorUnits > limit - before) {
      forgo(share, minorUnits);
      return false;
    }
    reserved.merge(share, minorUnits, Long::sum);
    return true;
  }

  /** What was reserved in this group is given up again. */
  void release(DayShare share, long minorUnits) {
    reserved.merge(share, -minorUnits, Long::sum);
    forgo(share, minorUnits);
  }

  /** What was wanted is not reserved. */
  void forgo(DayShare share, long minorUnits) {
    forgone.merge(share, -minorUnits, Long::sum);
  }

  /** Takes away what was held but not reserved, and what was given back. */
  void write(Pipeline pipeline) {
    var less = new HashMap<>(forgone);
    returned.forEach((share, amount) -> less.merge(share, amount, Long::sum));
    if (!less.isEmpty()) {
      pipeline.write(TAKE_AWAY, parameters -> bind(parameters, less.entrySet()));
    }
  }

  /** What others had reserved before this group. */
  private void takeNote(ResultSet row) throws SQLException {
    var share =
        new DayShare(
            row.getObject("account_id", UUID.class),
            row.getObject("day", LocalDate.class),
            Kind.valueOf(row.getString("kind")),
            Currency.getInstance(row.getString("currency")));
    reserved.put(share, row.getLong("used") - wanted.get(share));
  }

  private static void bind(Parameters parameters, Collection<Map.Entry<DayShare, Long>> rows)
      throws SQLException {
    parameters
        .column("uuid", rows, row -> row.getKey().accountId())
        .column("date", rows, row -> row.getKey().day())
        .column("text", rows, row -> row.getKey().kind().name())
        .column("text", rows, row -> row.getKey().currency().getCurrencyCode())
        .column("int8", rows, Map.Entry::getValue);
  }
}
