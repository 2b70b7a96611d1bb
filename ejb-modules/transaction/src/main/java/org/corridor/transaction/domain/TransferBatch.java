package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.corridor.transaction.domain.Transaction.Settlement;

/**
 * Transfers that were asked for together. It is ORDERED while the ledger is asked; then each of its
 * transfers has become a transaction, unless it was refused, and the batch never changes again.
 *
 * @param closedAt null while it is ordered
 * @param items in the order of the request
 */
public record TransferBatch(
    UUID id, Mode mode, Making making, Status status, Instant closedAt, List<Item> items) {

  public static final int MAX_TRANSFERS = 5_000;

  /** What a refusal means for the others. */
  public enum Mode {
    EACH,
    ALL_OR_NOTHING
  }

  /** Where a batch stands. */
  public enum Status {
    ORDERED,
    COMPLETED,
    /** The ledger refused one of all or nothing, so nothing has moved. */
    REFUSED
  }

  /** What became of a transfer when its batch was closed; its transaction may have moved on. */
  public enum State {
    ORDERED,
    AWAITING_APPROVAL,
    PAID,
    DECLINED,
    /** There is no transaction. */
    REFUSED
  }

  /**
   * Why a transfer was refused or declined.
   *
   * @param pointer to the member of the request that is at fault (RFC 6901); null if none is
   */
  public record Fault(String code, String detail, String pointer) {

    public Fault {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /**
   * One transfer.
   *
   * @param transactionId its transaction's, which there is once the batch is closed; null if it was
   *     refused
   * @param movement null if it was refused
   * @param approval why it needs approval; null if it does not
   * @param fault null unless it was refused or declined
   */
  public record Item(
      UUID transactionId, Movement movement, ApprovalReason approval, State state, Fault fault) {

    public Item {
      Objects.requireNonNull(state, "state");
      if ((state == State.REFUSED) != (movement == null)) {
        throw new IllegalArgumentException("what is not refused moves something");
      }
    }

    public static Item ordered(UUID transactionId, Movement movement) {
      return new Item(transactionId, movement, null, State.ORDERED, null);
    }

    public static Item refused(Fault fault) {
      return new Item(null, null, null, State.REFUSED, fault);
    }

    /** As it goes on within its limits. */
    public Item within(Optional<ApprovalReason> approval) {
      return approval
          .map(
              why ->
                  new Item(
                      transactionId, movement, why, State.AWAITING_APPROVAL, /* fault= */ null))
          .orElse(this);
    }

    private Item became(Transaction transaction) {
      var why = transaction.refusal().map(no -> new Fault(no.code(), no.detail(), null));
      var now =
          switch (transaction.status()) {
            case AWAITING_APPROVAL -> State.AWAITING_APPROVAL;
            case PAID -> State.PAID;
            case DECLINED -> State.DECLINED;
            default -> throw new IllegalStateException("not settled: " + transaction.status());
          };
      return new Item(transactionId, movement, approval, now, why.orElse(null));
    }
  }

  /** What follows from the ledger's answers, to be written together. */
  public record Closing(TransferBatch after, List<Change> changes) {

    public Closing {
      changes = List.copyOf(changes);
    }
  }

  public TransferBatch {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(making, "making");
    items = List.copyOf(items);
    if ((status == Status.ORDERED) != (closedAt == null)) {
      throw new IllegalArgumentException("closed, or not");
    }
  }

  public static TransferBatch ordered(UUID id, Mode mode, Making making, List<Item> items) {
    return new TransferBatch(id, mode, making, Status.ORDERED, null, items);
  }

  /** What the ledger is asked to move. */
  public List<Item> orders() {
    return items.stream().filter(item -> item.state() == State.ORDERED).toList();
  }

  /**
   * Makes the transactions.
   *
   * @param answers of the ledger, one to each of {@link #orders}
   * @param by who acts
   */
  public Closing close(List<Settlement> answers, String by, Instant at) {
    var changes = new ArrayList<Change>();
    var after = new ArrayList<Item>();
    var answer = answers.iterator();
    for (var item : items) {
      if (item.state() == State.REFUSED) {
        after.add(item);
      } else {
        var created = create(item);
        var change =
            item.state() == State.ORDERED ? settled(created, answer.next(), by, at) : created;
        changes.add(change);
        after.add(item.became(change.after()));
      }
    }
    var refused =
        mode == Mode.ALL_OR_NOTHING && answers.stream().anyMatch(no -> no.refusal() != null);
    var now = refused ? Status.REFUSED : Status.COMPLETED;
    return new Closing(new TransferBatch(id, mode, making, now, at, after), changes);
  }

  private Change create(Item item) {
    return Transaction.create(
        item.transactionId(), item.movement(), making, Optional.ofNullable(item.approval()));
  }

  private static Change settled(Change created, Settlement answer, String by, Instant at) {
    var outcome =
        answer.refusal() == null
            ? created.after().posted(answer.bookedAt(), by, at)
            : created.after().refused(answer.refusal(), by, at);
    return created.then((Change) outcome);
  }
}
