package org.corridor.notification.domain.webhook;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Where calls go: enabled when it is registered; disabled by its owner, at once when it answers
 * 410, or when it has failed for days; enabled again by its owner only. Each change but that of its
 * health makes a version.
 *
 * @param description the owner's own words; may be null
 * @param disabledReason {@code gone} or {@code failing}; null while it is enabled, and if its owner
 *     has disabled it
 * @param failingSince the first failure after the last success; null while calls arrive
 * @param previousSecretUntil how long the secret before this one signs too; null if none does
 */
public record Endpoint(
    UUID id,
    EndpointOwner owner,
    long version,
    String url,
    EventPatterns events,
    String description,
    boolean enabled,
    String disabledReason,
    Instant failingSince,
    Instant previousSecretUntil,
    Instant createdAt,
    Instant changedAt) {

  /** It answers that it is gone for good. */
  public static final String GONE = "gone";

  /** It has not taken anything for days. */
  public static final String FAILING = "failing";

  public Endpoint {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(events, "events");
  }

  /** What its owner chooses. */
  public record Chosen(String url, EventPatterns events, String description, boolean enabled) {}

  public static Endpoint registered(UUID id, EndpointOwner owner, Chosen chosen, Instant at) {
    return new Endpoint(
        id,
        owner,
        1,
        chosen.url(),
        chosen.events(),
        chosen.description(),
        chosen.enabled(),
        null,
        null,
        null,
        at,
        at);
  }

  /** As its owner wants it from now on; what it has failed before counts no more. */
  public Endpoint changedTo(Chosen chosen, Instant at) {
    return new Endpoint(
        id,
        owner,
        version + 1,
        chosen.url(),
        chosen.events(),
        chosen.description(),
        chosen.enabled(),
        chosen.enabled() ? null : disabledReason,
        null,
        previousSecretUntil,
        createdAt,
        at);
  }

  /** With a new secret; the one before signs too until then. */
  public Endpoint rotated(Instant previousUntil, Instant at) {
    return new Endpoint(
        id,
        owner,
        version + 1,
        url,
        events,
        description,
        enabled,
        disabledReason,
        failingSince,
        previousUntil,
        createdAt,
        at);
  }

  public Endpoint disabled(String reason, Instant at) {
    return new Endpoint(
        id,
        owner,
        version + 1,
        url,
        events,
        description,
        false,
        reason,
        failingSince,
        previousSecretUntil,
        createdAt,
        at);
  }
}
