package org.corridor.account.infrastructure.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.LedgerAudit;
import org.corridor.account.infrastructure.ledger.LedgerDatabaseFailure;

/** Reads the whole ledger in one snapshot, in streams: memory does not grow with the ledger. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class JdbcLedgerAudit implements LedgerAudit {

  /** Each may have a thousand journals that are looked up one by one. */
  private static final int MAX_EXPLAINED = 20;

  // not shared: the connection must be no one else's of this thread
  @Resource(name = "jdbc/account-audit", lookup = "jdbc/account", shareable = false)
  private DataSource dataSource;

  /** For the container. */
  protected JdbcLedgerAudit() {}

  public JdbcLedgerAudit(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public CheckReport verify() {
    try (var snapshot = Snapshot.of(dataSource)) {
      return verify(snapshot.connection());
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot verify the ledger", e);
    }
  }

  @Override
  public BalanceComparison compareBalances() {
    try (var snapshot = Snapshot.of(dataSource)) {
      var findings = new Findings();
      var accounts = new AccountsPass(snapshot.connection(), findings);
      accounts.run();
      return new BalanceComparison(report(null, accounts, null, findings), accounts.differing());
    } catch (SQLException e) {
      throw new LedgerDatabaseFailure("cannot compare the balances", e);
    }
  }

  private static CheckReport verify(Connection connection) throws SQLException {
    var findings = new Findings();
    var seals = new ChainPass(connection, findings);
    seals.run();
    var content = new ContentPass(connection, findings);
    content.run();
    var changed = content.changedBatches();
    for (var batch : firstOf(changed)) {
      new ChangedBatch(connection, findings, batch).explain();
    }
    var accounts = new AccountsPass(connection, findings);
    accounts.run();
    var chain =
        new CheckReport.Chain(
            seals.length(),
            seals.head(),
            content.batches(),
            seals.unsealed(),
            content.journals(),
            Sealing.journalsBefore(connection),
            content.entries());
    return report(chain, accounts, content, findings);
  }

  private static List<Long> firstOf(List<Long> batches) {
    return batches.subList(0, Math.min(batches.size(), MAX_EXPLAINED));
  }

  private static CheckReport report(
      CheckReport.Chain chain, AccountsPass accounts, ContentPass content, Findings findings) {
    return new CheckReport(
        chain,
        accounts.accounts(),
        content == null ? null : findings.sums(),
        findings.count(),
        findings.problems(),
        0);
  }
}
