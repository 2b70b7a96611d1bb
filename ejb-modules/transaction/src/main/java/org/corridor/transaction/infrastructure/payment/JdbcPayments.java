package org.corridor.transaction.infrastructure.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.events.Trail;
import org.corridor.platform.json.Json;
import org.corridor.transaction.application.payment.PaymentQuery;
import org.corridor.transaction.application.payment.PaymentSaga;
import org.corridor.transaction.application.payment.Payments;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Refusal;
import org.corridor.transaction.domain.payment.Instruction;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentChange;
import org.corridor.transaction.domain.payment.PaymentEvent;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.transaction.infrastructure.TransactionDatabase;
import org.corridor.transaction.infrastructure.TransactionEvents;

/** Payments in the event store, and their rows. */
@ApplicationScoped
public class JdbcPayments implements Payments {

  private static final String SELECT =
      "select id, version, status, instruction, made_by, made_at, correlation_id, reference,"
          + " refusal_code, refusal_detail, cancelled_by, changed_at from payment";
  private static final String INSERT =
      "insert into payment (version, status, reference, refusal_code, refusal_detail, cancelled_by,"
          + " changed_at, id, debtor_account, debtor_client, debtor_branch, instruction, made_by,"
          + " made_at, correlation_id, submission_id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update payment set version = ?, status = ?, reference = ?, refusal_code = ?,"
          + " refusal_detail = ?, cancelled_by = ?, changed_at = ? where id = ?";

  private final TransactionDatabase database;
  private final EventStore events = TransactionEvents.store();

  /** For the container's proxy. */
  protected JdbcPayments() {
    this(null);
  }

  @Inject
  public JdbcPayments(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Payment> find(UUID id) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(SELECT + " where id = ?")) {
            select.setObject(1, id);
            return all(select).stream().findFirst();
          }
        });
  }

  @Override
  public Optional<Payment> bySubmission(UUID submissionId) {
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(SELECT + " where submission_id = ?")) {
            select.setObject(1, submissionId);
            return all(select).stream().findFirst();
          }
        });
  }

  @Override
  public List<PaymentEvent> history(UUID id) {
    return database.sql(
        connection ->
            events.read(connection, PaymentEvents.stream(id)).stream()
                .map(PaymentEvents::event)
                .toList());
  }

  @Override
  public void add(PaymentChange change) {
    append(change);
    var payment = change.after();
    var instruction = payment.instruction();
    var payer = instruction.debtor().side();
    database.sql(
        connection -> {
          try (var insert = connection.prepareStatement(INSERT)) {
            bindState(insert, payment);
            insert.setObject(9, payer.accountId());
            insert.setObject(10, payer.clientId());
            insert.setString(11, payer.branch());
            insert.setString(12, Json.write(instruction));
            insert.setString(13, payment.making().by());
            insert.setObject(14, payment.making().at().atOffset(ZoneOffset.UTC));
            insert.setString(15, payment.making().correlationId());
            insert.setObject(16, PaymentSaga.submissionOf(payment.id()));
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public void save(PaymentChange change) {
    append(change);
    database.sql(
        connection -> {
          try (var update = connection.prepareStatement(UPDATE)) {
            bindState(update, change.after());
            if (update.executeUpdate() != 1) {
              throw new IllegalStateException("no such payment: " + change.after().id());
            }
            return null;
          }
        });
  }

  private void append(PaymentChange change) {
    var after = change.after();
    database.sql(
        connection ->
            events.append(
                connection,
                PaymentEvents.stream(after.id()),
                after.version() - 1,
                List.of(change.event()),
                after.changedAt(),
                Trail.of(after.making().correlationId())));
  }

  /** What changes, and the id as the eighth. */
  private static void bindState(PreparedStatement statement, Payment payment) throws SQLException {
    var refusal = payment.whyNot();
    statement.setLong(1, payment.version());
    statement.setString(2, payment.status().name());
    statement.setString(3, payment.reference());
    statement.setString(4, refusal.map(Refusal::code).orElse(null));
    statement.setString(5, refusal.map(Refusal::detail).orElse(null));
    statement.setString(6, payment.cancelledBy());
    statement.setObject(7, payment.changedAt().atOffset(ZoneOffset.UTC));
    statement.setObject(8, payment.id());
  }

  @Override
  public List<Payment> list(PaymentQuery query, int limit) {
    var where = new ArrayList<String>();
    var values = new ArrayList<Object>();
    and(where, values, "debtor_client = ?", query.reach().clientId());
    and(where, values, "debtor_branch = ?", query.reach().branch());
    and(where, values, "debtor_account = ?", query.accountId());
    and(where, values, "status = ?", query.status() == null ? null : query.status().name());
    and(where, values, "id < ?", query.before());
    var sql =
        SELECT
            + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
            + " order by id desc limit ?";
    values.add(limit);
    return database.sql(
        connection -> {
          try (var select = connection.prepareStatement(sql)) {
            for (var nth = 0; nth < values.size(); nth++) {
              select.setObject(nth + 1, values.get(nth));
            }
            return all(select);
          }
        });
  }

  private static void and(List<String> where, List<Object> values, String condition, Object value) {
    if (value != null) {
      where.add(condition);
      values.add(value);
    }
  }

  private static List<Payment> all(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Payment>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(payment(rows));
      }
    }
    return found;
  }

  private static Payment payment(ResultSet row) throws SQLException {
    var code = row.getString("refusal_code");
    return new Payment(
        row.getObject("id", UUID.class),
        Json.read(row.getString("instruction"), Instruction.class),
        new Making(
            row.getString("made_by"), instant(row, "made_at"), row.getString("correlation_id")),
        PaymentStatus.valueOf(row.getString("status")),
        row.getString("reference"),
        code == null ? null : new Refusal(code, row.getString("refusal_detail")),
        row.getString("cancelled_by"),
        instant(row, "changed_at"),
        row.getLong("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
