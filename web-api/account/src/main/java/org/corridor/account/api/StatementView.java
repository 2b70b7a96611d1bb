package org.corridor.account.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.application.Statement;
import org.corridor.account.application.StatementLine;
import org.corridor.kernel.Money;
import org.corridor.web.paging.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a statement.
 *
 * @param from first day, UTC
 * @param to last day, UTC
 * @param next the cursor of the page after this one; null on the last
 */
@Schema(name = "Statement")
public record StatementView(
    UUID accountId,
    String number,
    LocalDate from,
    LocalDate to,
    @Schema(description = "Booked before the first day.") Money opening,
    @Schema(description = "Booked at the end of the last day, or now.") Money closing,
    List<Line> items,
    String next) {

  /** An entry with what its journal says. */
  @Schema(name = "StatementLine")
  public record Line(
      @Schema(description = "Numbers the account's entries without a gap.") long seq,
      UUID journalId,
      String kind,
      @Schema(description = "A credit is positive, a debit negative.") Money amount,
      Money balanceAfter,
      Instant bookedAt,
      LocalDate valueDate,
      @Schema(description = "Short texts by their names.") Map<String, String> metadata) {

    static Line of(StatementLine line) {
      return new Line(
          line.seq(),
          line.journalId(),
          line.kind(),
          line.amount(),
          line.balanceAfter(),
          line.bookedAt(),
          line.valueDate(),
          line.metadata());
    }
  }

  static StatementView of(
      Statement statement, LocalDate from, LocalDate to, Page<StatementLine> page) {
    return new StatementView(
        statement.account().id(),
        statement.account().number(),
        from,
        to,
        statement.opening(),
        statement.closing(),
        page.items().stream().map(Line::of).toList(),
        page.next());
  }
}
