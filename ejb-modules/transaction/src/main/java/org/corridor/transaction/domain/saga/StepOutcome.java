package org.corridor.transaction.domain.saga;

import java.util.Objects;

/** What became of a call of a step: of the deed, of the question about it, or of its undoing. */
public sealed interface StepOutcome {

  /**
   * It is done, now or before.
   *
   * @param reference how the other side calls it; may be null
   */
  record Done(String reference) implements StepOutcome {}

  /**
   * The other side does not do it, and has said why.
   *
   * @param code stable, for machines
   * @param detail for people
   */
  record Refused(String code, String detail) implements StepOutcome {
    public Refused {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** It may have been done or not: nobody knows before the other side has been asked. */
  record Unknown(String reason) implements StepOutcome {
    public Unknown {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** It was not done, and may be tried again. */
  record TryAgain(String reason) implements StepOutcome {
    public TryAgain {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The other side has taken it on, and is not done with it yet. */
  record Pending(String reason) implements StepOutcome {
    public Pending {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
