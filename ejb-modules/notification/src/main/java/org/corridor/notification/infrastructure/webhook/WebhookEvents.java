package org.corridor.notification.infrastructure.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.corridor.notification.application.webhook.MakeWebhooks.Offer;
import org.corridor.notification.application.webhook.RecordWebhooks;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.PublicEvent;
import org.corridor.platform.events.EventHandler;
import org.corridor.platform.events.ReceivedEvent;
import org.corridor.platform.events.UnreadableEvent;

/**
 * Makes of events what may be known outside. The organisation's endpoints are told of both sides of
 * a transaction; a client's of its own account, and of what did not come about only if it was to
 * pay. No references, reasons or subjects.
 */
@ApplicationScoped
public class WebhookEvents implements EventHandler {

  private static final String PAID = "transaction.paid.v1";
  private static final String DECLINED = "transaction.declined.v1";
  private static final String REVERSAL = "REVERSAL";
  private static final String SOURCE = "source";
  private static final String DESTINATION = "destination";

  private static final Map<String, String> TRANSACTIONS =
      Map.of(
          PAID,
          "transaction.paid",
          DECLINED,
          "transaction.declined",
          "transaction.rejected.v1",
          "transaction.rejected",
          "transaction.expired.v1",
          "transaction.expired",
          "transaction.approval-requested.v1",
          "transaction.approval-requested",
          "transaction.outcome-unknown.v1",
          "transaction.outcome-unknown");

  private static final Map<String, String> ACCOUNTS =
      Map.of(
          "account.account-frozen.v1", "account.frozen",
          "account.account-unfrozen.v1", "account.unfrozen",
          "account.account-closed.v1", "account.closed");

  private static final Map<String, String> CLIENTS =
      Map.of(
          "client.kyc-approved.v1", "client.kyc-approved",
          "client.kyc-rejected.v1", "client.kyc-rejected",
          "client.kyc-expired.v1", "client.kyc-expired");

  private static final Set<String> TYPES =
      Stream.of(TRANSACTIONS, ACCOUNTS, CLIENTS)
          .flatMap(types -> types.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final RecordWebhooks webhooks;

  @Inject
  public WebhookEvents(RecordWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** For the container's proxy. */
  protected WebhookEvents() {
    this(null);
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void take(List<ReceivedEvent> events) {
    webhooks.take(events, WebhookEvents::offers);
  }

  private static List<Offer> offers(ReceivedEvent event) {
    try {
      if (TRANSACTIONS.containsKey(event.type())) {
        return ofTransaction(event, TRANSACTIONS.get(event.type()));
      }
      if (ACCOUNTS.containsKey(event.type())) {
        // whose it is the event does not say: clients are told when the notice is addressed
        var data = Map.<String, Object>of("accountId", event.text("accountId"));
        return List.of(
            offer(EndpointOwner.organisation(), event, ACCOUNTS.get(event.type()), data));
      }
      return ofClient(event, CLIENTS.get(event.type()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableEvent("not an event for webhooks", e);
    }
  }

  private static List<Offer> ofTransaction(ReceivedEvent event, String type) {
    var moved = event.type().equals(PAID) || event.type().equals(DECLINED);
    var about = moved ? event.data() : event.data().path("subject");
    if (about.isMissingNode()) {
      // of before there was a subject in them
      return List.of();
    }
    var offers = new ArrayList<Offer>();
    offers.add(offer(EndpointOwner.organisation(), event, type, data(event, about, null)));
    concerned(event, about).stream()
        .map(client -> offer(EndpointOwner.client(client), event, type, data(event, about, client)))
        .forEach(offers::add);
    return offers;
  }

  private static List<UUID> concerned(ReceivedEvent event, JsonNode about) {
    if (event.type().equals(PAID)) {
      return Stream.of(SOURCE, DESTINATION)
          .map(side -> clientOf(about, side))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }
    var payer = clientOf(about, SOURCE);
    return payer == null || REVERSAL.equals(about.required("kind").textValue())
        ? List.of()
        : List.of(payer);
  }

  /** Null for an internal account. */
  private static UUID clientOf(JsonNode about, String side) {
    var client = about.required(side).path("clientId").textValue();
    return client == null ? null : UUID.fromString(client);
  }

  /**
   * @param client whose accounts may be told; null for all
   */
  private static Map<String, Object> data(ReceivedEvent event, JsonNode about, UUID client) {
    var data = new LinkedHashMap<String, Object>();
    data.put("transactionId", event.text("transactionId"));
    data.put("kind", about.required("kind").textValue());
    data.put("amount", amount(about.required("amount")));
    if (client == null || client.equals(clientOf(about, SOURCE))) {
      data.put("sourceAccountId", about.required(SOURCE).required("accountId").textValue());
    }
    if (client == null || client.equals(clientOf(about, DESTINATION))) {
      data.put(
          "destinationAccountId", about.required(DESTINATION).required("accountId").textValue());
    }
    if (event.type().equals(PAID)) {
      data.put("bookedAt", event.text("bookedAt"));
    }
    if (event.type().equals(DECLINED)) {
      data.put("code", event.text("code"));
    }
    return data;
  }

  private static Map<String, Object> amount(JsonNode amount) {
    var told = new LinkedHashMap<String, Object>();
    told.put("amount", amount.required("amount").textValue());
    told.put("currency", amount.required("currency").textValue());
    return told;
  }

  private static List<Offer> ofClient(ReceivedEvent event, String type) {
    var client = UUID.fromString(event.text("clientId"));
    var data = new LinkedHashMap<String, Object>();
    data.put("clientId", client.toString());
    if (event.data().has("validUntil")) {
      data.put("validUntil", event.text("validUntil"));
    }
    return Stream.of(EndpointOwner.organisation(), EndpointOwner.client(client))
        .map(owner -> offer(owner, event, type, data))
        .toList();
  }

  private static Offer offer(
      EndpointOwner owner, ReceivedEvent event, String type, Map<String, Object> data) {
    return new Offer(
        owner, event.id(), event.correlationId(), new PublicEvent(type, event.time(), data));
  }
}
