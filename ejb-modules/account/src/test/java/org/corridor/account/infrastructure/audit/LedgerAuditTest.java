package org.corridor.account.infrastructure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.account.domain.ledger.Ledgers.aHold;
import static org.corridor.account.domain.ledger.Ledgers.aPosting;
import static org.corridor.account.domain.ledger.Ledgers.aTransfer;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.Ledger;
import org.corridor.account.application.LedgerProblem;
import org.corridor.account.application.LedgerProblem.Kind;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.infrastructure.ledger.LedgerDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody changes who may change everything is found, and named. */
class LedgerAuditTest {

  private final LedgerDatabase ledger = LedgerDatabase.empty();
  private final JdbcLedgerAudit audit = new JdbcLedgerAudit(ledger.database.app());
  private final Sealing sealing = new Sealing(ledger.database.app(), 100);
  private Ledger queue;
  private UUID cash;
  private UUID anna;
  private UUID ben;
  private Posting rent;

  @BeforeEach
  void threeBatchesAreSealed() throws SQLException {
    queue = ledger.replica();
    cash = ledger.openInternalAccount();
    anna = ledger.openAccount();
    ben = ledger.openAccount();
    post(aTransfer(cash, anna, 100_00));
    rent = aPosting().leg(anna, -30_00).leg(ben, 30_00).metadata("reference", "r\u00e9nt").build();
    post(rent);
    post(aHold(anna, 10_00));
    post(aTransfer(ben, anna, 1_00));
    sealAll();
  }

  @AfterEach
  void stop() {
    ledger.stop();
  }

  private void post(LedgerCommand command) {
    assertThat(LedgerDatabase.await(queue.submit(command))).isNotInstanceOf(Outcome.Refused.class);
  }

  private void sealAll() throws SQLException {
    while (sealing.sealOnce() > 0) {
      // until nothing is left
    }
  }

  private CheckReport found() {
    var report = audit.verify();
    assertThat(report.foundNothing()).isFalse();
    return report;
  }

  private static boolean names(LedgerProblem problem, Kind kind, UUID journal) {
    return problem.kind() == kind && journal.equals(problem.journalId());
  }

  private static boolean names(LedgerProblem problem, Kind kind, UUID account, Long seq) {
    return problem.kind() == kind
        && account.equals(problem.accountId())
        && (seq == null ? problem.seq() == null : seq.equals(problem.seq()));
  }

  private long batchOf(UUID journal) {
    return ledger.number("select batch from journal where id = ?", journal);
  }

  @Test
  void anHonestLedgerIsSound() {
    var report = audit.verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.foundNothing()).isTrue();
    assertThat(report.accounts()).isEqualTo(3);
    assertThat(report.sums()).containsOnlyKeys("EUR").containsValue("0");
    assertThat(report.chain().seals()).isEqualTo(3);
    assertThat(report.chain().batches()).isEqualTo(3);
    assertThat(report.chain().journals()).isEqualTo(3);
    assertThat(report.chain().entries()).isEqualTo(6);
    assertThat(report.chain().unsealedBatches()).isZero();
    assertThat(report.chain().head()).hasSize(64);
  }

  @Test
  void whatIsNotSealedYetIsNoProblem() throws SQLException {
    var head = audit.verify().chain().head();
    post(aTransfer(ben, anna, 1_00));

    var report = audit.verify();

    assertThat(report.foundNothing()).isTrue();
    assertThat(report.chain().unsealedBatches()).isEqualTo(1);
    assertThat(sealing.unsealed()).isEqualTo(1);
    assertThat(report.chain().head()).isEqualTo(head);
    sealAll();
    assertThat(audit.verify().chain().head()).isNotEqualTo(head);
    assertThat(sealing.unsealed()).isZero();
  }

  @Test
  void theAmountOfAnEntry() {
    ledger.tamper(
        "update entry set amount = amount + 1 where journal_id = ? and account_id = ?",
        rent.id(),
        ben);

    assertThat(found().problems())
        .anyMatch(problem -> names(problem, Kind.JOURNAL_UNBALANCED, rent.id()))
        .anyMatch(problem -> names(problem, Kind.JOURNAL_CHANGED, rent.id()))
        .anyMatch(problem -> names(problem, Kind.RUNNING_BALANCE, ben, 1L))
        .anyMatch(problem -> names(problem, Kind.BALANCE, ben, null))
        .anySatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.BATCH_CHANGED);
              assertThat(problem.batch()).isEqualTo(batchOf(rent.id()));
            });
  }

  @Test
  void anAmountThatFitsEverywhereElse() {
    ledger.tamper("update entry set amount = amount * 2 where journal_id = ?", rent.id());
    ledger.tamper("update entry set balance_after = 4000 where account_id = ? and seq = 2", anna);
    ledger.tamper("update entry set balance_after = 4100 where account_id = ? and seq = 3", anna);
    ledger.tamper("update entry set balance_after = 6000 where account_id = ? and seq = 1", ben);
    ledger.tamper("update entry set balance_after = 5900 where account_id = ? and seq = 2", ben);
    ledger.tamper("update account_balance set booked = 4100 where account_id = ?", anna);
    ledger.tamper("update account_balance set booked = 5900 where account_id = ?", ben);

    assertThat(found().problems())
        .extracting(LedgerProblem::kind)
        .containsOnly(Kind.BATCH_CHANGED, Kind.JOURNAL_CHANGED);
  }

  @Test
  void theMetadataOfAJournal() {
    ledger.tamper(
        "update journal set metadata = '{\"reference\":\"gift\"}' where id = ?", rent.id());

    var report = found();

    assertThat(report.problemCount()).isEqualTo(2);
    assertThat(report.problems().get(0).batch()).isEqualTo(batchOf(rent.id()));
    assertThat(report.problems().get(1))
        .matches(problem -> names(problem, Kind.JOURNAL_CHANGED, rent.id()))
        .extracting(LedgerProblem::detail)
        .isEqualTo("not what its event says: metadata");
  }

  @Test
  void aJournalThatWasDeletedWithItsEntries() {
    var batch = batchOf(rent.id());
    ledger.tamper("delete from entry where journal_id = ?", rent.id());
    ledger.tamper("delete from journal where id = ?", rent.id());

    assertThat(found().problems())
        .anyMatch(problem -> names(problem, Kind.JOURNAL_MISSING, rent.id()))
        .anyMatch(problem -> names(problem, Kind.ENTRY_SEQUENCE, anna, 3L))
        .anyMatch(problem -> problem.kind() == Kind.BATCH_CHANGED && problem.batch().equals(batch));
  }

  @Test
  void aBatchThatWasDeleted() {
    var batch = batchOf(rent.id());
    ledger.tamper("delete from ledger_batch where id = ?", batch);

    assertThat(found().problems())
        .anyMatch(problem -> problem.kind() == Kind.BATCH_MISSING && problem.batch().equals(batch))
        .anyMatch(problem -> names(problem, Kind.JOURNAL_NOT_CHAINED, rent.id()));
  }

  @Test
  void aHashThatWasMadeToFitTheTampering() {
    ledger.tamper("update ledger_batch set content_hash = sha256('x') where id = 2");

    assertThat(found().problems())
        .anyMatch(problem -> problem.kind() == Kind.SEAL_BROKEN && problem.batch() == 2);
  }

  @Test
  void twoSealsThatWereSwapped() {
    ledger.tamper("update ledger_seal set batch = -batch where number in (1, 2)");
    ledger.tamper("update ledger_seal set batch = 3 + batch where number in (1, 2)");

    assertThat(found().problems())
        .extracting(LedgerProblem::kind)
        .containsOnly(Kind.SEAL_BROKEN)
        .hasSize(2);
  }

  @Test
  void aSealThatIsGone() {
    ledger.tamper("delete from ledger_seal where number = 2");

    assertThat(found().problems())
        .extracting(LedgerProblem::kind)
        .containsExactly(Kind.SEAL_MISSING, Kind.BATCH_NOT_SEALED);
  }

  @Test
  void aJournalThatWasAddedLater() {
    var added = UUID.randomUUID();
    ledger.tamper(
        "insert into journal select ?, kind, value_date, booked_at, correlation_id, fingerprint,"
            + " captures, reverses, metadata, batch from journal where id = ?",
        added,
        rent.id());

    assertThat(found().problems())
        .anyMatch(problem -> names(problem, Kind.JOURNAL_UNBALANCED, added))
        .anyMatch(problem -> problem.kind() == Kind.BATCH_CHANGED);
  }

  @Test
  void aJournalThatPretendsToBeOlderThanTheChain() {
    ledger.tamper("alter table journal drop constraint journal_of_batch");
    ledger.tamper("update journal set batch = null where id = ?", rent.id());

    assertThat(found().problems())
        .anyMatch(problem -> problem.kind() == Kind.JOURNAL_NOT_CHAINED)
        .anyMatch(problem -> names(problem, Kind.JOURNAL_CHANGED, rent.id()));
  }

  @Test
  void anEntryWithoutAJournal() {
    ledger.tamper("update entry set journal_id = ? where account_id = ? and seq = 1", cash, ben);

    assertThat(found().problems())
        .anyMatch(problem -> names(problem, Kind.ENTRY_WITHOUT_JOURNAL, ben, 1L))
        .anyMatch(problem -> names(problem, Kind.JOURNAL_UNBALANCED, rent.id()));
  }

  @Test
  void aBalance() {
    ledger.run("update account_balance set booked = booked + 1 where account_id = ?", anna);

    var report = found();

    assertThat(report.problems())
        .singleElement()
        .matches(problem -> names(problem, Kind.BALANCE, anna, null));
  }

  @Test
  void whatIsHeld() {
    ledger.run("update account_balance set held = 0 where account_id = ?", anna);

    assertThat(found().problems())
        .singleElement()
        .matches(problem -> names(problem, Kind.HELD, anna, null));
  }

  @Test
  void aSumBeyondAllNumbersIsFoundToo() {
    ledger.tamper("update entry set balance_after = 9223372036854775807 where account_id = ?", ben);

    assertThat(found().problems())
        .anyMatch(problem -> names(problem, Kind.RUNNING_BALANCE, ben, 1L));
  }

  @Test
  void nothingIsWrongWhilePostersAndSealersRace() throws Exception {
    var replicas = new Ledger[] {queue, ledger.replica(), ledger.replica()};
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    var sealers = new ArrayList<CompletableFuture<Void>>();
    for (var i = 0; i < 2_000; i++) {
      answers.add(replicas[i % 3].submit(aTransfer(i % 2 == 0 ? cash : ben, anna, 1)));
      if (i % 500 == 0) {
        sealers.add(CompletableFuture.runAsync(this::sealForAWhile));
        assertThat(audit.verify().problems()).isEmpty();
      }
    }
    for (var answer : answers) {
      LedgerDatabase.await(answer);
    }
    for (var sealer : sealers) {
      sealer.get();
    }
    sealAll();

    var report = audit.verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.chain().unsealedBatches()).isZero();
    assertThat(report.chain().journals()).isEqualTo(2_003);
    assertThat(report.chain().seals()).isEqualTo(report.chain().batches());
  }

  @Test
  void sealingReadsTheNewBatchesOnlyHoweverManyThereAre() throws SQLException {
    ledger.tamper(
        "insert into ledger_batch (xid, booked_at, journals, entries, content_hash)"
            + " select '3'::xid8, now(), 1, 2, content_hash from ledger_batch,"
            + " generate_series(1, 20000)");
    ledger.tamper("analyze ledger_batch");

    assertThat(planWithoutValues(Sealing.BATCHES))
        .contains("ledger_batch_in_commit_order")
        .doesNotContain("ledger_batch_pkey", "Seq Scan");
  }

  /** As a statement is planned that has been asked for often. */
  private String planWithoutValues(String sql) throws SQLException {
    var numbered = new StringBuilder(sql);
    for (var n = 1; numbered.indexOf("?") >= 0; n++) {
      numbered.replace(numbered.indexOf("?"), numbered.indexOf("?") + 1, "$" + n);
    }
    try (var connection = ledger.database.app().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("prepare batches (text, text, bigint) as " + numbered);
      statement.execute("set plan_cache_mode = force_generic_plan");
      try (var lines = statement.executeQuery("explain execute batches ('0', '0', 0)")) {
        var plan = new StringBuilder();
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
        return plan.toString();
      }
    }
  }

  private void sealForAWhile() {
    try {
      for (var i = 0; i < 50; i++) {
        sealing.sealOnce();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theApplicationItselfCannotRewriteTheChain() {
    for (var table : new String[] {"ledger_batch", "ledger_seal", "ledger_chain_start"}) {
      assertThat(
              ledger.number(
                  "select count(*) from information_schema.role_table_grants"
                      + " where table_name = ? and grantee = current_user"
                      + " and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')",
                  table))
          .isZero();
    }
  }
}
