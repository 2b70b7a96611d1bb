package org.corridor.account.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of checks. */
@Schema(name = "LedgerCheckPage")
public record LedgerCheckPage(List<LedgerCheckView> items, String next) {}
