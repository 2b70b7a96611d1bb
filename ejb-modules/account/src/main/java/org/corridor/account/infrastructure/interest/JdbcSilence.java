package org.corridor.account.infrastructure.interest;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.corridor.account.application.Silence;
import org.corridor.account.domain.interest.InterestSide;
import org.corridor.account.infrastructure.Statements;
import org.corridor.platform.jdbc.ArrayColumns;

/** Looks for the last movement in the entries themselves: a balance row knows interest too. */
@ApplicationScoped
@Transactional
public class JdbcSilence implements Silence {

  /** An account that was reactivated has as long as a new one. */
  private static final String SILENT =
      """
      select account.id from account join product on product.id = account.product_id,
             lateral (select (?::date + 1 - product.dormant_after_days)::timestamp
                               at time zone 'UTC' as instant) since
       where account.status = 'ACTIVE' and product.dormant_after_days is not null
         and coalesce(account.active_since, account.opened_at) < since.instant
         and not exists (
           select from entry join journal on journal.id = entry.journal_id
            where entry.account_id = account.id and entry.booked_at >= since.instant
              and journal.kind <> all (?))
      """;

  private Statements statements;

  /** For the container. */
  protected JdbcSilence() {}

  public JdbcSilence(DataSource dataSource) {
    setDataSource(dataSource);
  }

  @Resource(lookup = "jdbc/account")
  void setDataSource(DataSource source) {
    statements = new Statements(source);
  }

  @Override
  public List<UUID> silentAt(LocalDate day, UUID after, int limit) {
    return statements.work(
        SILENT + " and (?::uuid is null or account.id > ?) order by account.id limit ?",
        select -> {
          select.setObject(1, day);
          ArrayColumns.bind(select, 2, "text", interestKinds(), kind -> kind);
          select.setObject(3, after);
          select.setObject(4, after);
          select.setInt(5, limit);
          return Statements.ids(select);
        });
  }

  @Override
  public boolean isSilentAt(LocalDate day, UUID accountId) {
    return statements.work(
        SILENT + " and account.id = ?",
        select -> {
          select.setObject(1, day);
          ArrayColumns.bind(select, 2, "text", interestKinds(), kind -> kind);
          select.setObject(3, accountId);
          return !Statements.ids(select).isEmpty();
        });
  }

  private static List<String> interestKinds() {
    return Arrays.stream(InterestSide.values()).map(InterestSide::journalKind).toList();
  }
}
