package org.corridor.transaction.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of transactions looks, for the description of the interface. */
@Schema(name = "TransactionPage")
public record TransactionPage(List<TransactionView> items, String next) {}
