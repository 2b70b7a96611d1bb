package org.corridor.notification.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of deliveries. */
@Schema(name = "DeliveryPage")
public record DeliveryPage(List<DeliveryView> items, String next) {}
