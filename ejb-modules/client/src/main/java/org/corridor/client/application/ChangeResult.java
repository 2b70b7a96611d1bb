package org.corridor.client.application;

import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome;

/** What became of a command. */
public sealed interface ChangeResult {

  /** The client as it is now. */
  record Done(Client client) implements ChangeResult {}

  /** There is none, or none that the caller may know of. */
  record NotFound() implements ChangeResult {}

  /** The caller has seen an older version. */
  record Stale() implements ChangeResult {}

  /** The caller registers clients elsewhere only, or not at all. */
  record NotYourBranch() implements ChangeResult {}

  /** The domain's no. */
  record Refused(ClientOutcome.Refusal refusal) implements ChangeResult {}
}
