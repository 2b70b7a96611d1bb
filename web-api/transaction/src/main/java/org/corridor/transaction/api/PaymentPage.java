package org.corridor.transaction.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of payments looks, for the description of the interface. */
@Schema(name = "PaymentPage")
public record PaymentPage(List<PaymentView> items, String next) {}
