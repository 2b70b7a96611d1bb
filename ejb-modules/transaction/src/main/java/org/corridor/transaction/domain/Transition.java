package org.corridor.transaction.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.corridor.transaction.domain.TransactionEvent.ApprovalRequested;
import org.corridor.transaction.domain.TransactionEvent.Declined;
import org.corridor.transaction.domain.TransactionEvent.Rejected;
import org.corridor.transaction.domain.TransactionEvent.ReversalFailed;
import org.corridor.transaction.domain.TransactionEvent.ReversalRequested;
import org.corridor.transaction.domain.TransactionEvent.Reversed;

/**
 * One step of a transaction's life, told from its events.
 *
 * @param event the type of the event
 * @param from null for the first; the same as {@code to} where only its reversal moved on
 * @param reason may be null
 */
public record Transition(
    String event, Status from, Status to, Instant at, String by, String reason) {

  /** The whole history of a transaction, oldest first. */
  public static List<Transition> of(List<? extends TransactionEvent> events) {
    var history = new ArrayList<Transition>();
    Status from = null;
    for (var i = 0; i < events.size(); i++) {
      var event = events.get(i);
      var to = Transaction.fold(events.subList(0, i + 1)).status();
      history.add(new Transition(event.type(), from, to, event.at(), event.by(), reason(event)));
      from = to;
    }
    return history;
  }

  private static String reason(TransactionEvent event) {
    if (event instanceof ApprovalRequested requested) {
      return requested.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (event instanceof Rejected rejected) {
      return rejected.reason();
    }
    if (event instanceof Declined declined) {
      return declined.code();
    }
    if (event instanceof ReversalRequested requested) {
      return "reversal " + requested.reversalId();
    }
    if (event instanceof ReversalFailed failed) {
      return "reversal " + failed.reversalId() + ": " + failed.code();
    }
    if (event instanceof Reversed reversed) {
      return "reversal " + reversed.reversalId();
    }
    return null;
  }
}
