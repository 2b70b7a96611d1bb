package org.corridor.notification.infrastructure.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.corridor.kernel.Money;
import org.corridor.notification.application.RecordNotices;
import org.corridor.notification.application.RecordNotices.Told;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.NoticeType;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;
import org.corridor.platform.json.Json;

/**
 * Tells the owners of both accounts what becomes of a transaction: of a payment that has moved
 * both, each of its own side; of all others only whoever pays. A reversal that does not come about
 * concerns nobody but the staff.
 */
@ApplicationScoped
public class PaymentNotices implements EventHandler {

  private static final String PAID = "transaction.paid.v1";
  private static final String DECLINED = "transaction.declined.v1";
  private static final String REJECTED = "transaction.rejected.v1";
  private static final String EXPIRED = "transaction.expired.v1";
  private static final String APPROVAL_REQUESTED = "transaction.approval-requested.v1";
  private static final String OUTCOME_UNKNOWN = "transaction.outcome-unknown.v1";

  private static final String REVERSAL = "REVERSAL";

  private final RecordNotices notices;

  @Inject
  public PaymentNotices(RecordNotices notices) {
    this.notices = notices;
  }

  /** For the container's proxy. */
  protected PaymentNotices() {
    this(null);
  }

  /** What an event says of the transaction. */
  private record Movement(UUID id, String kind, JsonNode source, JsonNode destination, Money of) {}

  @Override
  public Set<String> types() {
    return Set.of(PAID, DECLINED, REJECTED, EXPIRED, APPROVAL_REQUESTED, OUTCOME_UNKNOWN);
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    notices.take("notification-payments", events, PaymentNotices::whoIsTold);
  }

  private static List<Told> whoIsTold(ReceivedEvent event) {
    return switch (event.type()) {
      case PAID -> paid(movement(event, event.data()));
      case DECLINED -> payer(movement(event, event.data()), NoticeType.PAYMENT_DECLINED);
      case REJECTED -> ofSubject(event, NoticeType.PAYMENT_REJECTED);
      case EXPIRED -> ofSubject(event, NoticeType.PAYMENT_EXPIRED);
      case APPROVAL_REQUESTED -> ofSubject(event, NoticeType.PAYMENT_AWAITS_APPROVAL);
      case OUTCOME_UNKNOWN -> ofSubject(event, NoticeType.PAYMENT_OUTCOME_UNKNOWN);
      default -> throw new UnreadableEvent("not an event of a payment: " + event.type(), null);
    };
  }

  /** Events of before there was a subject in them tell nobody anything. */
  private static List<Told> ofSubject(ReceivedEvent event, NoticeType type) {
    var subject = event.data().path("subject");
    return subject.isMissingNode() ? List.of() : payer(movement(event, subject), type);
  }

  private static List<Told> payer(Movement movement, NoticeType type) {
    return movement.kind().equals(REVERSAL)
        ? List.of()
        : told(movement, movement.source(), type).stream().toList();
  }

  private static List<Told> paid(Movement movement) {
    return Stream.of(
            told(movement, movement.source(), debited(movement.kind())),
            told(movement, movement.destination(), credited(movement.kind())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static NoticeType debited(String kind) {
    return switch (kind) {
      case "WITHDRAWAL" -> NoticeType.CASH_WITHDRAWN;
      case REVERSAL -> NoticeType.REVERSAL_DEBITED;
      default -> NoticeType.MONEY_SENT;
    };
  }

  private static NoticeType credited(String kind) {
    return switch (kind) {
      case "DEPOSIT" -> NoticeType.CASH_DEPOSITED;
      case REVERSAL -> NoticeType.REVERSAL_CREDITED;
      default -> NoticeType.MONEY_RECEIVED;
    };
  }

  /** Empty for an internal account, which nobody owns. */
  private static Optional<Told> told(Movement movement, JsonNode side, NoticeType type) {
    var client = side.path("clientId").textValue();
    if (client == null) {
      return Optional.empty();
    }
    var account = UUID.fromString(side.required("accountId").textValue());
    return Optional.of(
        new Told(
            type,
            Addressee.client(UUID.fromString(client)),
            Facts.ofPayment(movement.id(), account, movement.of())));
  }

  private static Movement movement(ReceivedEvent event, JsonNode about) {
    try {
      return new Movement(
          UUID.fromString(event.text("transactionId")),
          about.required("kind").textValue(),
          about.required("source"),
          about.required("destination"),
          Json.mapper().treeToValue(about.required("amount"), Money.class));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new UnreadableEvent("not an event of a payment", e);
    }
  }
}
