package org.corridor.account.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of products looks, for the description of the interface. */
@Schema(name = "ProductPage")
public record ProductPage(List<ProductView> items, String next) {}
