package org.corridor.notification.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All devices of one recipient; there are few. */
@Schema(name = "PushSubscriptionList")
public record PushSubscriptionList(List<PushSubscriptionView> items) {}
