package org.corridor.transaction.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of files looks, for the description of the interface. */
@Schema(name = "TransferFilePage")
public record TransferFilePage(List<TransferFileView> items, String next) {}
