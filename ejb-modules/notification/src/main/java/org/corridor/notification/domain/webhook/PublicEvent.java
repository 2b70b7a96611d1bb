package org.corridor.notification.domain.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a call says, after Standard Webhooks 1.0. A type only grows: {@code docs/contracts/webhooks}
 * has its schema.
 *
 * @param timestamp when it happened
 * @param data ids, amounts and codes; no name, no reference, nothing of the other side's that is
 *     not the owner's to know
 */
public record PublicEvent(String type, Instant timestamp, Map<String, Object> data) {

  public PublicEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timestamp, "timestamp");
    // in the order in which it was put together
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
