package org.corridor.notification.api.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of the log. */
@Schema(name = "WebhookDeliveryPage")
public record WebhookDeliveryPage(List<WebhookDeliveryView> items, String next) {}
