package org.corridor.account.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As the description shows a page of ends of days. */
@Schema(name = "EndOfDayPage")
public record EndOfDayPage(List<EndOfDayView> items, String next) {}
