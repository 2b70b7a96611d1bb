package org.corridor.account.infrastructure.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.account.domain.ledger.LedgerAccount;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Posting;
import org.corridor.account.domain.ledger.PostingBatch;
import org.corridor.platform.jdbc.Pipeline;

/**
 * The balances of a batch as they are if all of its postings are accepted, which is what nearly
 * always happens. They are written by the statement that locks them, before anything is decided;
 * what is decided otherwise is written once more, in the same transaction. So a row is looked up
 * and written once instead of twice.
 */
final class ForeseenBalances {

  /** A balance is within {@link LedgerAccount#BOUND}, so no sum with it overflows. */
  private static final long FORESEEABLE = Long.MAX_VALUE - LedgerAccount.BOUND;

  // Rows are locked in the order in which they are reached, and no two batches may lock each other
  // out. The ids come sorted; and a poster's connection reads by index alone, so that any other
  // plan goes through the key, which is the same order.
  private static final String WRITE =
      "update account_balance b set booked = b.booked + more.amount,"
          + " last_seq = b.last_seq + more.entries,"
          + " last_booked_at = greatest(b.last_booked_at, ?)"
          + " from (select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::bigint[]))"
          + " as more (account_id, amount, entries) where b.account_id = more.account_id"
          + " returning b.account_id, b.currency, b.booked - more.amount as booked, b.held,"
          + " b.floor, b.ceiling, b.may_debit, b.may_credit, b.last_seq - more.entries as last_seq,"
          + " b.last_booked_at";
  private static final String TAKE_BACK =
      "update account_balance b set booked = was.booked, last_seq = was.last_seq,"
          + " last_booked_at = (select entry.booked_at from entry"
          + " where entry.account_id = was.account_id order by entry.booked_at desc limit 1)"
          + " from (select unnest(?::uuid[]), unnest(?::bigint[]), unnest(?::bigint[]))"
          + " as was (account_id, booked, last_seq) where b.account_id = was.account_id";

  /** What all postings together do to an account. */
  private static final class More {
    private long amount;
    private long entries;

    void add(long minorUnits) {
      amount = Math.addExact(amount, minorUnits);
      entries++;
    }
  }

  private final Instant at;
  private final Map<UUID, More> more;
  private final Map<UUID, LedgerAccount> before = new HashMap<>();

  private ForeseenBalances(Instant at, Map<UUID, More> more) {
    this.at = at;
    this.more = more;
  }

  /**
   * Nothing is foreseen of a batch with something else in it than postings of money that is there:
   * what a hold or a reversal does depends on what it finds.
   */
  static ForeseenBalances of(Collection<LedgerCommand> commands, Instant at) {
    var more = new HashMap<UUID, More>();
    try {
      if (commands.stream().allMatch(command -> add(command, more))
          && more.values().stream().allMatch(ForeseenBalances::isForeseeable)) {
        return new ForeseenBalances(at, more);
      }
    } catch (ArithmeticException beyondAnyBalance) {
      // is for the domain to refuse
    }
    return new ForeseenBalances(at, Map.of());
  }

  private static boolean add(LedgerCommand command, Map<UUID, More> more) {
    if (command instanceof PostingBatch batch) {
      return batch.postings().stream().allMatch(posting -> add(posting, more));
    }
    if (!(command instanceof Posting posting)
        || posting.capture() != null
        || posting.reverses() != null) {
      return false;
    }
    posting
        .legs()
        .forEach(
            leg ->
                more.computeIfAbsent(leg.accountId(), id -> new More())
                    .add(leg.amount().minorUnits()));
    return true;
  }

  private static boolean isForeseeable(More more) {
    return more.amount >= -FORESEEABLE && more.amount <= FORESEEABLE;
  }

  /** Whether they are to be written; if not, their rows are to be locked otherwise. */
  boolean areKnown() {
    return !more.isEmpty();
  }

  /** Locks and writes those that exist. */
  void write(Pipeline pipeline) {
    var rows = new ArrayList<>(more.entrySet());
    rows.sort(Map.Entry.comparingByKey(KeptJournal.BY_BYTES));
    pipeline.read(
        WRITE,
        parameters ->
            parameters
                .value(at)
                .column("uuid", rows, Map.Entry::getKey)
                .column("int8", rows, row -> row.getValue().amount)
                .column("int8", rows, row -> row.getValue().entries),
        row -> {
          var account = LedgerReads.account(row);
          before.put(account.id(), account);
        });
  }

  /**
   * The accounts as they were before, but for the time of their latest entry: it is that of this
   * batch, unless theirs is later.
   */
  Collection<LedgerAccount> before() {
    return before.values();
  }

  /** Those of the changed accounts that are not as they were written. */
  List<LedgerAccount> otherwise(Collection<LedgerAccount> changed) {
    return changed.stream().filter(account -> !isAsForeseen(account)).toList();
  }

  private boolean isAsForeseen(LedgerAccount account) {
    var was = before.get(account.id());
    if (was == null) {
      return false;
    }
    var added = more.get(account.id());
    return account.booked() == was.booked() + added.amount
        && account.held() == was.held()
        && account.lastSeq() == was.lastSeq() + added.entries
        && account.lastBookedAt().equals(was.lastBookedAt());
  }

  /** Writes those that have not changed after all as they were. */
  void takeBack(Pipeline pipeline, Collection<LedgerAccount> changed) {
    var unchanged = new HashSet<>(before.keySet());
    changed.forEach(account -> unchanged.remove(account.id()));
    if (unchanged.isEmpty()) {
      return;
    }
    var rows = new ArrayList<LedgerAccount>();
    unchanged.forEach(id -> rows.add(before.get(id)));
    pipeline.write(
        TAKE_BACK,
        rows.size(),
        parameters ->
            parameters
                .column("uuid", rows, LedgerAccount::id)
                .column("int8", rows, LedgerAccount::booked)
                .column("int8", rows, LedgerAccount::lastSeq));
  }
}
