package org.corridor.transaction.domain.file;

import java.util.List;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.State;

/** How many transfers came to what end; those that were approved since still count as awaiting. */
public record Counts(int paid, int declined, int refused, int awaitingApproval) {

  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Of items of a batch that is closed. */
  public static Counts of(List<Item> items) {
    return new Counts(
        count(items, State.PAID),
        count(items, State.DECLINED),
        count(items, State.REFUSED),
        count(items, State.AWAITING_APPROVAL));
  }

  private static int count(List<Item> items, State state) {
    return Math.toIntExact(items.stream().filter(item -> item.state() == state).count());
  }

  public int done() {
    return paid + declined + refused + awaitingApproval;
  }

  Counts plus(Counts more) {
    return new Counts(
        paid + more.paid,
        declined + more.declined,
        refused + more.refused,
        awaitingApproval + more.awaitingApproval);
  }
}
