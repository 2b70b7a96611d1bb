package org.corridor.auth.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of users looks, for the description of the interface. */
@Schema(name = "UserPage")
record UserPage(List<UserView> items, String next) {}
