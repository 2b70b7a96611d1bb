package org.corridor.account.api;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.corridor.account.application.CheckReport;
import org.corridor.account.application.LedgerCheck;
import org.corridor.account.application.LedgerProblem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A verification of the ledger, or a rebuild of its balances. */
@Schema(name = "LedgerCheck")
public record LedgerCheckView(
    UUID id,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"REQUESTED", "RUNNING", "DONE", "FAILED"})
        LedgerCheck.Status status,
    @Schema(description = "The subject of who has asked for it; schedule if the clock has.")
        String requestedBy,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    @Schema(description = "Why balances that differ are corrected; missing if they are not.")
        String correction,
    @Schema(description = "Why it has ended without a report.") String failure,
    Report report) {

  /** What was found, as of one moment. */
  @Schema(name = "LedgerCheckReport")
  public record Report(
      @Schema(description = "True if there is no problem.") boolean sound,
      @Schema(description = "Missing if the chain was not looked at.") Chain chain,
      @Schema(description = "How many were compared with their entries.") long accounts,
      @Schema(description = "Of all entries by currency: zero, or the books do not balance.")
          Map<String, String> sums,
      long problemCount,
      @Schema(description = "The first problems, at most 100.") List<Problem> problems,
      @Schema(description = "Accounts whose balances were set to what the entries say.")
          long corrected) {}

  /** How far the hash chain of the batches goes. */
  @Schema(name = "LedgerChain")
  public record Chain(
      long seals,
      @Schema(
              description =
                  "The hash of the last seal. Kept elsewhere, it tells later whether the chain was"
                      + " written anew.")
          String head,
      long batches,
      @Schema(description = "Committed a moment ago, not in the chain yet.") long unsealedBatches,
      long journals,
      @Schema(description = "Booked before there was a chain.") long journalsBefore,
      long entries) {}

  /** What cannot be, if nobody has tampered with the ledger and nothing is broken. */
  @Schema(name = "LedgerProblem")
  public record Problem(
      @Schema(
              type = SchemaType.STRING,
              enumeration = {
                "SEAL_MISSING",
                "SEAL_BROKEN",
                "BATCH_MISSING",
                "BATCH_NOT_SEALED",
                "BATCH_CHANGED",
                "JOURNAL_CHANGED",
                "JOURNAL_MISSING",
                "JOURNAL_NOT_CHAINED",
                "JOURNAL_UNBALANCED",
                "ENTRY_WITHOUT_JOURNAL",
                "ENTRY_SEQUENCE",
                "RUNNING_BALANCE",
                "BALANCE",
                "HELD"
              })
          LedgerProblem.Kind kind,
      Long batch,
      UUID journalId,
      UUID accountId,
      @Schema(description = "Which entry of the account.") Long seq,
      String detail) {

    static Problem of(LedgerProblem problem) {
      return new Problem(
          problem.kind(),
          problem.batch(),
          problem.journalId(),
          problem.accountId(),
          problem.seq(),
          problem.detail());
    }
  }

  static LedgerCheckView of(LedgerCheck check) {
    return new LedgerCheckView(
        check.id(),
        check.status(),
        check.requestedBy(),
        check.requestedAt(),
        check.startedAt(),
        check.finishedAt(),
        check.correction(),
        check.failure(),
        check.report() == null ? null : report(check.report()));
  }

  private static Report report(CheckReport report) {
    return new Report(
        report.foundNothing(),
        report.chain() == null ? null : chain(report.chain()),
        report.accounts(),
        report.sums() == null ? null : sums(report.sums()),
        report.problemCount(),
        report.problems().stream().map(Problem::of).toList(),
        report.corrected());
  }

  private static Chain chain(CheckReport.Chain chain) {
    return new Chain(
        chain.seals(),
        chain.head(),
        chain.batches(),
        chain.unsealedBatches(),
        chain.journals(),
        chain.journalsBefore(),
        chain.entries());
  }

  private static Map<String, String> sums(Map<String, String> minorUnits) {
    var sums = new TreeMap<String, String>();
    minorUnits.forEach((code, sum) -> sums.put(code, decimal(code, sum)));
    return sums;
  }

  /** What somebody has made of an entry need not be a currency. */
  private static String decimal(String code, String minorUnits) {
    try {
      return TrialBalanceView.decimal(new BigInteger(minorUnits), Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      return minorUnits;
    }
  }
}
