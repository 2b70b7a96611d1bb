package org.corridor.client.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of clients looks, for the description of the interface. */
@Schema(name = "ClientPage")
public record ClientPage(List<ClientLine> items, String next) {}
