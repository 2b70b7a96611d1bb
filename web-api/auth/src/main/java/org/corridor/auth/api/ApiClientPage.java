package org.corridor.auth.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of API clients looks, for the description of the interface. */
@Schema(name = "ApiClientPage")
record ApiClientPage(List<ApiClientView> items, String next) {}
