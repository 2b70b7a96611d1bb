package org.corridor.account.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of accounts looks, for the description of the interface. */
@Schema(name = "AccountPage")
public record AccountPage(List<AccountView> items, String next) {}
