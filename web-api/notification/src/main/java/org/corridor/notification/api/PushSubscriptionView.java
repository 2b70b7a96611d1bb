package org.corridor.notification.api;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.corridor.notification.domain.PushSubscription;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device that takes push messages; without what lets others send there. */
@Schema(name = "PushSubscription")
public record PushSubscriptionView(
    UUID id,
    @Schema(example = "updates.push.services.mozilla.com") String service,
    Instant createdAt) {

  static PushSubscriptionView of(PushSubscription subscription) {
    return new PushSubscriptionView(
        subscription.id(), URI.create(subscription.endpoint()).getHost(), subscription.createdAt());
  }
}
