package org.corridor.notification.api.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of endpoints. */
@Schema(name = "WebhookEndpointPage")
public record WebhookEndpointPage(List<WebhookEndpointView> items, String next) {}
