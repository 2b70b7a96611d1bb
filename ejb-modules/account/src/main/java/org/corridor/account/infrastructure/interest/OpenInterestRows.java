package org.corridor.account.infrastructure.interest;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.account.domain.interest.Accrued;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.interest.OpenInterest;
import org.corridor.account.infrastructure.Statements;
import org.corridor.platform.jdbc.ArrayColumns;

/**
 * What accounts have accrued up to a day and not capitalised, locked until the transaction ends.
 */
final class OpenInterestRows {

  private final Connection connection;
  private final LocalDate day;
  private final List<OpenInterest> open;

  private OpenInterestRows(Connection connection, LocalDate day, List<OpenInterest> open) {
    this.connection = connection;
    this.day = day;
    this.open = open;
  }

  static OpenInterestRows lock(Connection connection, LocalDate day, List<UUID> accountIds)
      throws SQLException {
    try (var lock = connection.prepareStatement(InterestSql.LOCK);
        var select = connection.prepareStatement(InterestSql.OPEN)) {
      ArrayColumns.bindIds(lock, 1, accountIds);
      lock.execute();
      ArrayColumns.bindIds(select, 1, accountIds);
      ArrayColumns.bindIds(select, 2, accountIds);
      select.setObject(3, day);
      return new OpenInterestRows(
          connection, day, Statements.rows(select, InterestRows::openInterest));
    }
  }

  /** True if it rounds to anything but zero. */
  boolean isWorthAnything() {
    return open.stream().anyMatch(interest -> interest.accrued().rounded() != 0);
  }

  /** Writes the payments that are decided. */
  List<InterestPayment> pay(Function<OpenInterest, Optional<InterestPayment>> decision)
      throws SQLException {
    var payments = new ArrayList<InterestPayment>();
    for (var interest : open) {
      decision.apply(interest).ifPresent(payments::add);
    }
    try (var insert = connection.prepareStatement(InterestSql.PAY)) {
      insert.setObject(1, day);
      ArrayColumns.bindIds(insert, 2, payments.stream().map(InterestPayment::id).toList());
      ArrayColumns.bind(insert, 3, "uuid", payments, InterestPayment::accountId);
      ArrayColumns.bind(insert, 4, "text", payments, payment -> payment.side().name());
      ArrayColumns.bind(insert, 5, "int8", payments, payment -> payment.amount().minorUnits());
      ArrayColumns.bind(
          insert, 6, "text", payments, payment -> payment.amount().currency().getCurrencyCode());
      ArrayColumns.bind(insert, 7, "numeric", payments, payment -> number(payment.carried()));
      insert.executeUpdate();
    }
    return payments;
  }

  static BigDecimal number(Accrued accrued) {
    return new BigDecimal(accrued.parts());
  }
}
