package org.corridor.account.infrastructure.audit;

import static org.corridor.account.application.LedgerProblem.Kind.BATCH_MISSING;
import static org.corridor.account.application.LedgerProblem.Kind.BATCH_NOT_SEALED;
import static org.corridor.account.application.LedgerProblem.Kind.SEAL_BROKEN;
import static org.corridor.account.application.LedgerProblem.Kind.SEAL_MISSING;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.corridor.account.application.LedgerProblem;

/** Goes along the chain and computes each seal anew. */
final class ChainPass {

  private static final String SEALS =
      "select seal.number, seal.batch, encode(seal.previous, 'hex') as previous,"
          + " encode(seal.hash, 'hex') as hash, "
          + ChainedBatch.COLUMNS
          + " from ledger_seal seal left join ledger_batch batch on batch.id = seal.batch"
          + " order by seal.number";
  // passed over: the cursor of the sealing has left it behind
  private static final String UNSEALED =
      "select batch.id, coalesce(batch.xid < cursor.low"
          + " or (batch.xid < cursor.high and batch.id <= cursor.position), false) as passed_over"
          + " from ledger_batch batch left join ledger_seal seal on seal.batch = batch.id"
          + " left join relay_cursor cursor on cursor.relay = '"
          + Sealing.CURSOR
          + "' where seal.number is null order by batch.id";

  private final Connection connection;
  private final Findings findings;
  private long number;
  private String head;
  private long unsealed;

  private record Seal(long number, long batchId, String previous, String hash, ChainedBatch batch) {

    static Seal of(ResultSet row) throws SQLException {
      return new Seal(
          row.getLong("number"),
          row.getLong("batch"),
          row.getString("previous"),
          row.getString("hash"),
          ChainedBatch.of(row));
    }
  }

  private record Unsealed(long batch, boolean passedOver) {}

  ChainPass(Connection connection, Findings findings) {
    this.connection = connection;
    this.findings = findings;
  }

  void run() throws SQLException {
    head = ChainLink.beginning(Sealing.journalsBefore(connection));
    try (var seals = new Cursor<>(connection, SEALS, Seal::of)) {
      while (seals.peek() != null) {
        check(seals.take());
      }
    }
    try (var left =
        new Cursor<>(
            connection,
            UNSEALED,
            row -> new Unsealed(row.getLong("id"), row.getBoolean("passed_over")))) {
      while (left.peek() != null) {
        check(left.take());
      }
    }
  }

  /** The number of the last seal. */
  long length() {
    return number;
  }

  /** The hash of the last seal. */
  String head() {
    return head;
  }

  long unsealed() {
    return unsealed;
  }

  /** After a broken seal it goes on from what stands there, so that each fault is told once. */
  private void check(Seal seal) {
    if (seal.number() != number + 1) {
      report(SEAL_MISSING, null, "between seal " + number + " and seal " + seal.number());
    } else if (!seal.previous().equals(head)) {
      report(
          SEAL_BROKEN,
          seal.batchId(),
          "seal " + seal.number() + " does not name the hash of the one before");
    }
    if (seal.batch() == null) {
      report(
          BATCH_MISSING, seal.batchId(), "seal " + seal.number() + " is of a batch that is gone");
    } else if (!ChainLink.next(seal.number(), seal.previous(), seal.batch()).equals(seal.hash())) {
      report(
          SEAL_BROKEN,
          seal.batchId(),
          "seal " + seal.number() + " is not the hash of its batch and of the seal before");
    }
    number = seal.number();
    head = seal.hash();
  }

  private void check(Unsealed left) {
    if (left.passedOver()) {
      report(BATCH_NOT_SEALED, left.batch(), "the chain has gone on without this batch");
    } else {
      unsealed++;
    }
  }

  private void report(LedgerProblem.Kind kind, Long batch, String detail) {
    findings.add(LedgerProblem.ofBatch(kind, batch, detail));
  }
}
