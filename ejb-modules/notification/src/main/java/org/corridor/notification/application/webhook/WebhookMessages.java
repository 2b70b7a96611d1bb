package org.corridor.notification.application.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.notification.domain.webhook.WebhookMessage;

/** What endpoints are told, and what has become of it. Everything within a unit of work. */
public interface WebhookMessages {

  /** A message with what is sent. */
  record Outgoing(WebhookMessage message, String body, String correlationId) {}

  /**
   * A message that this replica alone may send now.
   *
   * @param sealedPrevious the secret before the current one; null if that signs no more
   */
  record Claimed(
      WebhookMessage message,
      String body,
      String correlationId,
      EndpointOwner owner,
      String url,
      String sealedSecret,
      String sealedPrevious) {}

  /**
   * Which endpoints are asked about.
   *
   * @param failing those that have failed, or those that have not: neither waits for the other
   * @param perEndpoint under way at once to each
   * @param underWay of this replica, by endpoint
   */
  record Lane(boolean failing, int perEndpoint, Map<UUID, Integer> underWay) {
    public Lane {
      underWay = Map.copyOf(underWay);
    }
  }

  /** Adds messages; one of the same event to the same endpoint again has no effect. */
  void addAll(List<Outgoing> messages);

  /** Takes messages that are due, for this replica alone as long as the lease is. */
  List<Claimed> claim(Lane lane, Instant now, Duration lease, int most);

  /**
   * Writes down what became of an attempt.
   *
   * @return false if the lease was over and another replica has taken it since: it counts there
   */
  boolean record(WebhookMessage attempted, Attempt attempt);

  /** The newest first, before the one with that id. */
  List<WebhookMessage> list(UUID endpointId, WebhookMessage.Status status, UUID before, int limit);

  Optional<WebhookMessage> find(UUID endpointId, UUID id);

  /** The first one first. */
  List<Attempt> attempts(UUID id);

  /** Makes it due now, its schedule from the beginning; not while an attempt is under way. */
  void replay(UUID id, Instant now);

  /**
   * The same for those of an endpoint that have failed and were made since, the oldest first.
   *
   * @return how many
   */
  int replayFailed(UUID endpointId, Instant since, Instant now, int most);

  /** Ends what waits for an endpoint that is called no more. */
  void failPending(UUID endpointId, String reason, Instant now);
}
