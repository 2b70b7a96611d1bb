package org.corridor.account.application;

import java.util.concurrent.CompletableFuture;
import org.corridor.account.domain.ledger.Outcome;

/** Whether a command about a hold was given to the ledger. */
public sealed interface HoldResult {

  /** The ledger decides; the future is as {@link Ledger#submit} says. */
  record Submitted(CompletableFuture<Outcome> outcome) implements HoldResult {}

  /** There is no such account, or none that the caller reaches. */
  record NotFound() implements HoldResult {}

  record Forbidden(String detail) implements HoldResult {}
}
