package org.corridor.account.infrastructure.interest;

import static org.corridor.account.infrastructure.ledger.Columns.currency;
import static org.corridor.account.infrastructure.ledger.Columns.money;
import static org.corridor.account.infrastructure.ledger.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.corridor.account.application.InterestBook.EndBalance;
import org.corridor.account.domain.interest.Accrued;
import org.corridor.account.domain.interest.Capitalisation;
import org.corridor.account.domain.interest.DayCount;
import org.corridor.account.domain.interest.InterestPayment;
import org.corridor.account.domain.interest.InterestRate;
import org.corridor.account.domain.interest.InterestSide;
import org.corridor.account.domain.interest.InterestTerms;
import org.corridor.account.domain.interest.OpenInterest;

/** Rows about interest, as the domain knows them. */
final class InterestRows {

  private InterestRows() {}

  static EndBalance endBalance(ResultSet row) throws SQLException {
    var terms =
        new InterestTerms(
            new InterestRate(row.getLong("credit_rate")),
            new InterestRate(row.getLong("debit_rate")),
            DayCount.valueOf(row.getString("day_count")),
            Capitalisation.valueOf(row.getString("capitalisation")));
    return new EndBalance(uuid(row, "id"), terms, row.getLong("booked"));
  }

  static OpenInterest openInterest(ResultSet row) throws SQLException {
    return new OpenInterest(
        uuid(row, "account_id"),
        InterestSide.valueOf(row.getString("side")),
        currency(row),
        accrued(row, "parts"));
  }

  static InterestPayment payment(ResultSet row) throws SQLException {
    return new InterestPayment(
        uuid(row, "id"),
        uuid(row, "account_id"),
        InterestSide.valueOf(row.getString("side")),
        row.getObject("business_date", LocalDate.class),
        money(row, "amount"),
        accrued(row, "carried"));
  }

  private static Accrued accrued(ResultSet row, String column) throws SQLException {
    return new Accrued(row.getBigDecimal(column).toBigIntegerExact());
  }
}
