package org.corridor.transaction.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is undone or stopped. */
@Schema(name = "TransactionReason")
public record Reason(@Schema(maxLength = 140) @ReferenceText String reason) {

  static String of(Reason body) {
    return body == null ? null : body.reason();
  }
}
