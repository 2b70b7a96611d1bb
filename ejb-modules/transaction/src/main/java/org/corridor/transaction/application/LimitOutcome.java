package org.corridor.transaction.application;

import java.util.List;
import org.corridor.transaction.domain.Limit.Contradiction;
import org.corridor.transaction.domain.LimitSetting;

/** What became of the wish to see or set a limit. */
public sealed interface LimitOutcome {

  /** As it is. */
  record Found(LimitSetting setting) implements LimitOutcome {}

  /** As it is now. */
  record Changed(LimitSetting setting) implements LimitOutcome {}

  /** There was none; now there is. */
  record Created(LimitSetting setting) implements LimitOutcome {}

  /** Nothing of this kind, audience and currency may be moved. */
  record None() implements LimitOutcome {}

  /** It is not as the caller has read it, or there is one where the caller thinks there is none. */
  record Stale() implements LimitOutcome {}

  record Contradictory(List<Contradiction> contradictions) implements LimitOutcome {}

  /** The caller's branch or client record stands against it. */
  record NotForBranches() implements LimitOutcome {}
}
