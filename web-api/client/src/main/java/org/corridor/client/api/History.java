package org.corridor.client.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that has happened to a client, oldest first. */
@Schema(name = "ClientHistory")
public record History(List<HistoryEntry> items) {}
