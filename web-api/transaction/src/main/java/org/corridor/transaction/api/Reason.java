package org.corridor.transaction.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is undone or stopped; the reason may be left out. */
@Schema(name = "TransactionReason")
public record Reason(@Schema(maxLength = 140) @ReferenceText String reason) {}
