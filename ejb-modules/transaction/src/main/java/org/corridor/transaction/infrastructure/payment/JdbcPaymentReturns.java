package org.corridor.transaction.infrastructure.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.application.payment.PaymentProcessor.ReturnedSubmission;
import org.corridor.transaction.application.payment.PaymentReturns;
import org.corridor.transaction.infrastructure.TransactionDatabase;

/** A row for each return; the highest number says where the next question begins. */
@ApplicationScoped
public class JdbcPaymentReturns implements PaymentReturns {

  private final TransactionDatabase database;

  /** For the container's proxy. */
  protected JdbcPaymentReturns() {
    this(null);
  }

  @Inject
  public JdbcPaymentReturns(TransactionDatabase database) {
    this.database = database;
  }

  @Override
  public long last() {
    return database.sql(
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "select coalesce(max(number), 0) from payment_return");
              var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  @Override
  public boolean take(ReturnedSubmission returned, UUID paymentId) {
    return database.sql(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "insert into payment_return (number, submission_id, payment_id, code, reason)"
                      + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, returned.number());
            insert.setObject(2, returned.submissionId());
            insert.setObject(3, paymentId);
            insert.setString(4, returned.code());
            insert.setString(5, returned.reason());
            return insert.executeUpdate() == 1;
          }
        });
  }

  @Override
  public Optional<ReturnedSubmission> of(UUID paymentId) {
    return database.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select number, submission_id, code, reason from payment_return"
                      + " where payment_id = ? order by number limit 1")) {
            select.setObject(1, paymentId);
            try (var rows = select.executeQuery()) {
              return rows.next()
                  ? Optional.of(
                      new ReturnedSubmission(
                          rows.getLong("number"),
                          rows.getObject("submission_id", UUID.class),
                          rows.getString("code"),
                          rows.getString("reason")))
                  : Optional.empty();
            }
          }
        });
  }
}
