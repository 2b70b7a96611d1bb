package org.corridor.transaction.infrastructure;

import static java.util.Map.entry;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.kernel.EventEnvelope;
import org.corridor.platform.events.EventStore;
import org.corridor.platform.json.Json;
import org.corridor.transaction.domain.Limit;
import org.corridor.transaction.domain.TransactionEvent;
import org.corridor.transaction.domain.TransactionEvent.ApprovalRequested;
import org.corridor.transaction.domain.TransactionEvent.Approved;
import org.corridor.transaction.domain.TransactionEvent.Declined;
import org.corridor.transaction.domain.TransactionEvent.Expired;
import org.corridor.transaction.domain.TransactionEvent.OutcomeUnknown;
import org.corridor.transaction.domain.TransactionEvent.Paid;
import org.corridor.transaction.domain.TransactionEvent.Rejected;
import org.corridor.transaction.domain.TransactionEvent.ReversalFailed;
import org.corridor.transaction.domain.TransactionEvent.ReversalRequested;
import org.corridor.transaction.domain.TransactionEvent.Reversed;
import org.corridor.transaction.domain.TransactionEvent.TransactionCreated;

/** How this context's events are stored: a stream for each transaction, and for each limit. */
public final class TransactionEvents {

  static final String STREAM_PREFIX = "transaction/";

  private static final Map<String, Class<? extends TransactionEvent>> CLASSES =
      Map.ofEntries(
          entry("transaction.created.v1", TransactionCreated.class),
          entry("transaction.approval-requested.v1", ApprovalRequested.class),
          entry("transaction.approved.v1", Approved.class),
          entry("transaction.rejected.v1", Rejected.class),
          entry("transaction.expired.v1", Expired.class),
          entry("transaction.outcome-unknown.v1", OutcomeUnknown.class),
          entry("transaction.paid.v1", Paid.class),
          entry("transaction.declined.v1", Declined.class),
          entry("transaction.reversal-requested.v1", ReversalRequested.class),
          entry("transaction.reversal-failed.v1", ReversalFailed.class),
          entry("transaction.reversed.v1", Reversed.class));

  private TransactionEvents() {}

  public static EventStore store() {
    return new EventStore("/transaction");
  }

  public static String stream(UUID transactionId) {
    return STREAM_PREFIX + transactionId;
  }

  static String stream(Limit limit) {
    return "limit/" + limit.kind() + "/" + limit.audience() + "/" + limit.currency();
  }

  public static UUID transactionId(String stream) {
    return UUID.fromString(stream.substring(STREAM_PREFIX.length()));
  }

  /** All that happened to a transaction, oldest first; empty if there is none. */
  public static List<TransactionEvent> history(EventStore events, Connection connection, UUID id) {
    return events.read(connection, stream(id)).stream().map(TransactionEvents::event).toList();
  }

  static TransactionEvent event(EventEnvelope envelope) {
    var type = CLASSES.get(envelope.type());
    if (type == null) {
      throw new IllegalStateException("not an event of this context: " + envelope.type());
    }
    return Json.read(envelope.data(), type);
  }
}
