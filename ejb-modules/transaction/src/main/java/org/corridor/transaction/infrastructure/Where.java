package org.corridor.transaction.infrastructure;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionQuery.Reach;

/** The conditions of a query, of those that were asked for; values are bound, never written. */
final class Where {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Adds a condition that lacks its value at the end, unless that is null. */
  void and(String condition, Object value) {
    if (value != null) {
      conditions.add(bound(condition, value));
    }
  }

  /** Adds two conditions of which one is enough, unless their value is null. */
  void either(String condition, String orCondition, Object value) {
    if (value != null) {
      conditions.add("(" + bound(condition, value) + " or " + bound(orCondition, value) + ")");
    }
  }

  /**
   * The rule of {@link TransactionAccess#sees}, as the database can decide it. A client's accounts
   * are named beside the client: there is an index by account only.
   */
  void reach(Reach reach) {
    if (reach.clientId() != null) {
      var client = bound("", reach.clientId().toString());
      conditions.add(
          "("
              + ownedBy(client, "source")
              + " or t.status in ('PAID', 'REVERSED') and "
              + ownedBy(client, "destination")
              + ")");
    }
    either("t.source_branch = ", "t.destination_branch = ", reach.branch());
  }

  private static String ownedBy(String client, String side) {
    return "(t.%2$s_client = %1$s and t.%2$s_account = any (array(".formatted(client, side)
        + "select account_id from client_account where client_id = "
        + client
        + ")))";
  }

  String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  void bind(Query query) {
    for (var i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
  }

  private String bound(String condition, Object value) {
    values.add(value);
    return condition + "?" + values.size();
  }
}
