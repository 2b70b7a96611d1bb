package org.corridor.account.infrastructure.audit;

import static org.corridor.account.application.LedgerProblem.Kind.BATCH_CHANGED;
import static org.corridor.account.application.LedgerProblem.Kind.ENTRY_WITHOUT_JOURNAL;
import static org.corridor.account.application.LedgerProblem.Kind.JOURNAL_CHANGED;
import static org.corridor.account.application.LedgerProblem.Kind.JOURNAL_NOT_CHAINED;
import static org.corridor.account.application.LedgerProblem.Kind.JOURNAL_UNBALANCED;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.application.LedgerProblem;
import org.corridor.account.infrastructure.ledger.BatchDigest;
import org.corridor.account.infrastructure.ledger.KeptJournal;
import org.corridor.account.infrastructure.ledger.KeptJournal.KeptEntry;

/**
 * Goes through all batches, journals and entries at once, in the order of their booking: three
 * sorted streams, of which one instant is in memory. Every journal must sum to zero and belong to a
 * batch, every entry to a journal, and every batch must have the content that its hash says.
 */
final class ContentPass {

  private static final String BATCHES =
      "select " + ChainedBatch.COLUMNS + " from ledger_batch batch order by booked_at, id";
  private static final String JOURNALS =
      "select " + StoredJournal.COLUMNS + " from journal order by booked_at, id";
  private static final String ENTRIES =
      "select " + StoredEntry.COLUMNS + " from entry order by booked_at, journal_id, account_id";

  private final Connection connection;
  private final Findings findings;
  private final List<Long> changedBatches = new ArrayList<>();
  private long batches;
  private long journals;
  private long unchained;
  private long entries;

  /** A batch whose journals are being read. */
  private static final class OpenBatch {
    final ChainedBatch row;
    final BatchDigest digest;
    int journals;
    int entries;

    OpenBatch(ChainedBatch row) {
      this.row = row;
      this.digest = new BatchDigest(row.bookedAt());
    }

    void add(KeptJournal journal) {
      digest.add(journal);
      journals++;
      entries += journal.entries().size();
    }

    boolean isAsItWas() {
      return journals == row.journals()
          && entries == row.entries()
          && HexFormat.of().formatHex(digest.hash()).equals(row.contentHash());
    }
  }

  ContentPass(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  void run() throws SQLException {
    try (var batchRows = new Cursor<>(connection, BATCHES, ChainedBatch::of);
        var journalRows = new Cursor<>(connection, JOURNALS, StoredJournal::of);
        var entryRows = new Cursor<>(connection, ENTRIES, StoredEntry::of)) {
      while (true) {
        var at = earliest(batchRows.peek(), journalRows.peek(), entryRows.peek());
        if (at == null) {
          break;
        }
        readInstant(at, batchRows, journalRows, entryRows);
      }
    }
    var before = Sealing.journalsBefore(connection);
    if (unchained != before) {
      findings.add(
          LedgerProblem.ofBatch(
              JOURNAL_NOT_CHAINED,
              null,
              unchained
                  + " journals are in no batch; "
                  + before
                  + " were booked before the chain"));
    }
  }

  /** Those whose content is not what it was. */
  List<Long> changedBatches() {
    return changedBatches;
  }

  long batches() {
    return batches;
  }

  long journals() {
    return journals;
  }

  long entries() {
    return entries;
  }

  private static Instant earliest(ChainedBatch batch, StoredJournal journal, StoredEntry entry) {
    Instant first = batch == null ? null : batch.bookedAt();
    if (journal != null && (first == null || journal.bookedAt().isBefore(first))) {
      first = journal.bookedAt();
    }
    if (entry != null && (first == null || entry.bookedAt().isBefore(first))) {
      first = entry.bookedAt();
    }
    return first;
  }

  private void readInstant(
      Instant at,
      Cursor<ChainedBatch> batchRows,
      Cursor<StoredJournal> journalRows,
      Cursor<StoredEntry> entryRows)
      throws SQLException {
    var open = new LinkedHashMap<Long, OpenBatch>();
    while (batchRows.peek() != null && batchRows.peek().bookedAt().equals(at)) {
      var batch = batchRows.take();
      open.put(batch.id(), new OpenBatch(batch));
    }
    while (journalRows.peek() != null && journalRows.peek().bookedAt().equals(at)) {
      var journal = journalRows.take();
      check(journal, entriesOf(journal, entryRows), open);
    }
    while (entryRows.peek() != null && entryRows.peek().bookedAt().equals(at)) {
      reportOrphan(entryRows.take());
    }
    open.values().forEach(this::close);
  }

  private List<StoredEntry> entriesOf(StoredJournal journal, Cursor<StoredEntry> rows)
      throws SQLException {
    var found = new ArrayList<StoredEntry>();
    while (rows.peek() != null && rows.peek().bookedAt().equals(journal.bookedAt())) {
      var order = KeptJournal.BY_BYTES.compare(rows.peek().journalId(), journal.id());
      if (order > 0) {
        break;
      }
      if (order < 0) {
        reportOrphan(rows.take());
      } else {
        found.add(rows.take());
      }
    }
    return found;
  }

  private void check(StoredJournal journal, List<StoredEntry> legs, Map<Long, OpenBatch> open) {
    journals++;
    entries += legs.size();
    addUp(journal.id(), journal.batch(), legs);
    for (var leg : legs) {
      if (!leg.valueDate().equals(journal.valueDate())) {
        report(
            JOURNAL_CHANGED,
            journal.batch(),
            journal.id(),
            "the value date of the entry on account " + leg.kept().accountId() + " is another");
      }
    }
    var batch = journal.batch() == null ? null : open.get(journal.batch());
    if (batch != null) {
      batch.add(journal.kept(legs.stream().map(StoredEntry::kept).toList()));
    } else if (journal.batch() == null) {
      unchained++;
    } else {
      report(
          JOURNAL_NOT_CHAINED, journal.batch(), journal.id(), "there is no such batch at its time");
    }
  }

  private void addUp(UUID journalId, Long batch, List<StoredEntry> legs) {
    var sums = new HashMap<String, BigInteger>();
    for (var leg : legs) {
      sums.merge(leg.kept().currency(), BigInteger.valueOf(leg.kept().amount()), BigInteger::add);
    }
    if (legs.isEmpty()) {
      report(JOURNAL_UNBALANCED, batch, journalId, "it has no entries");
    }
    sums.forEach(
        (currency, sum) -> {
          findings.addToSum(currency, sum);
          if (sum.signum() != 0) {
            report(
                JOURNAL_UNBALANCED,
                batch,
                journalId,
                "its entries sum to " + sum + " minor units of " + currency);
          }
        });
  }

  private void reportOrphan(StoredEntry entry) {
    entries++;
    KeptEntry kept = entry.kept();
    findings.addToSum(kept.currency(), BigInteger.valueOf(kept.amount()));
    findings.add(
        new LedgerProblem(
            ENTRY_WITHOUT_JOURNAL,
            null,
            entry.journalId(),
            kept.accountId(),
            kept.seq(),
            "there is no such journal at the time of the entry"));
  }

  private void close(OpenBatch batch) {
    batches++;
    if (!batch.isAsItWas()) {
      changedBatches.add(batch.row.id());
      findings.add(
          LedgerProblem.ofBatch(
              BATCH_CHANGED,
              batch.row.id(),
              "booked at %s: %d journals, %d entries then; %d and %d now, or their content differs"
                  .formatted(
                      batch.row.bookedAt(),
                      batch.row.journals(),
                      batch.row.entries(),
                      batch.journals,
                      batch.entries)));
    }
  }

  private void report(LedgerProblem.Kind kind, Long batch, UUID journalId, String detail) {
    findings.add(LedgerProblem.ofJournal(kind, batch, journalId, detail));
  }
}
