package org.corridor.dev.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.corridor.dev.PostgresServer;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;

/**
 * Many accounts with plenty of money, quickly. They are written into the database at once, as the
 * account context would have written them one by one, but without the events of their opening; the
 * money on them is posted through the ledger's own door, a hundred legs a journal.
 */
final class AccountsForLoad {

  private static final String PLENTY = "1000000.00";
  private static final int FUNDED_TOGETHER = 99;
  private static final int AT_ONCE = 8;

  private static final String MAKE =
      """
      with product as (
        select id from product where code = 'CURRENT-EUR'
      ), fresh as (
        select gen_random_uuid() as id, lpad(nextval('account_number')::text, 14, '0') as digits
          from generate_series(1, ?)
      ), opened as (
        insert into account
               (id, number, client_id, branch, product_id, currency, status, opened_at, version)
        select fresh.id,
               'CO' || lpad((98 - (digits || '122400')::numeric % 97)::text, 2, '0') || digits,
               ?, 'BER', product.id, 'EUR', 'ACTIVE', now(), 1
          from fresh, product
        returning id
      )
      select id from opened""";

  private static final String MAKE_BALANCES =
      """
      insert into account_balance (account_id, currency, floor, may_debit, may_credit)
      select id, 'EUR', 0, true, true from unnest(?::uuid[]) as opened (id)""";

  private final PostgresServer postgres;
  private final Door door;

  AccountsForLoad(PostgresServer postgres, Door door) {
    this.postgres = postgres;
    this.door = door;
  }

  /** The ids of new accounts of one client. */
  List<UUID> make(int count, DemoOrganisation demo) throws SQLException {
    var owner = UUID.fromString(demo.clientOf("anna"));
    try (var connection = postgres.connectAsSuperuser("account")) {
      connection.setAutoCommit(false);
      var ids = insert(connection, count, owner);
      connection.commit();
      connection.setAutoCommit(true);
      analyse(connection);
      fund(ids);
      return ids;
    }
  }

  private static List<UUID> insert(Connection connection, int count, UUID owner)
      throws SQLException {
    var ids = new ArrayList<UUID>(count);
    try (var insert = connection.prepareStatement(MAKE)) {
      insert.setInt(1, count);
      insert.setObject(2, owner);
      try (var made = insert.executeQuery()) {
        while (made.next()) {
          ids.add(made.getObject(1, UUID.class));
        }
      }
    }
    if (ids.size() != count) {
      throw new IllegalStateException("made " + ids.size() + " accounts of " + count);
    }
    try (var insert = connection.prepareStatement(MAKE_BALANCES)) {
      insert.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      insert.executeUpdate();
    }
    return ids;
  }

  private static void analyse(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze account, account_balance");
    }
  }

  private void fund(List<UUID> ids) {
    var suspense =
        door.get("/api/account/v1/accounts?number=SUSPENSE-EUR").expect(200).text("/items/0/id");
    var groups = new ArrayList<List<UUID>>();
    for (var from = 0; from < ids.size(); from += FUNDED_TOGETHER) {
      groups.add(ids.subList(from, Math.min(ids.size(), from + FUNDED_TOGETHER)));
    }
    var tasks = new ArrayList<Callable<Integer>>();
    for (var worker = 0; worker < AT_ONCE; worker++) {
      var first = worker;
      tasks.add(
          () -> {
            for (var group = first; group < groups.size(); group += AT_ONCE) {
              fund(groups.get(group), suspense);
            }
            return first;
          });
    }
    ClosedLoop.together(tasks);
  }

  private void fund(List<UUID> group, String suspense) {
    var legs = new StringBuilder();
    for (var account : group) {
      legs.append(leg(account.toString(), PLENTY)).append(',');
    }
    var cents = Long.parseLong(PLENTY.replace(".", "")) * group.size();
    legs.append(leg(suspense, "-" + cents / 100 + ".00"));
    door.put(
            "/api/account/v1/journals/" + UUID.randomUUID(),
            "{\"kind\":\"FUNDING\",\"legs\":[" + legs + "]}")
        .expect(201);
  }

  private static String leg(String account, String euros) {
    return "{\"accountId\":\""
        + account
        + "\",\"amount\":{\"amount\":\""
        + euros
        + "\",\"currency\":\"EUR\"}}";
  }
}
