package org.corridor.dev.proof.model;

import java.util.List;
import org.corridor.dev.proof.model.Reference.Hold;

/**
 * A journal of two legs, straight at the ledger.
 *
 * @param journal its number
 * @param captures the hold that pays for it; 0 for none
 * @param keepsRest whether what is left of the hold stays held
 * @param reverses the journal that it undoes; 0 for none
 */
record Post(int journal, Movement legs, int captures, boolean keepsRest, int reverses)
    implements Command {

  static Post plain(int journal, Movement legs) {
    return new Post(journal, legs, 0, false, 0);
  }

  static Post capture(int journal, Movement legs, int hold, boolean keepsRest) {
    return new Post(journal, legs, hold, keepsRest, 0);
  }

  static Post reversal(int journal, Movement legs, int of) {
    return new Post(journal, legs, 0, false, of);
  }

  @Override
  public List<Decision> decide(Reference before) {
    var known = before.journals().get(journal);
    if (known != null) {
      return known.content().equals(this)
          ? Command.only(Reply.of(200), before)
          : Command.refused("posting-id-reused", before);
    }
    var refusal = refusal(before);
    if (refusal != null) {
      return Command.refused(refusal, before);
    }
    var freed = captures == 0 ? before : capture(before);
    if (legs.refusal(freed) != null) {
      return Command.refused(legs.refusal(freed), before);
    }
    var posted = legs.move(freed).with(journal, new Reference.Journal(this, false));
    return Command.only(
        Reply.of(201),
        reverses == 0
            ? posted
            : posted.with(reverses, before.journals().get(reverses).asReversed()));
  }

  /** Null if nothing but the funds can stand against it. */
  private String refusal(Reference before) {
    if (!legs.isOpen(before)) {
      return "account-not-open";
    }
    if (reverses != 0) {
      return notReversible(before.journals().get(reverses));
    }
    return captures == 0 ? null : notCapturable(before.holds().get(captures));
  }

  private String notReversible(Reference.Journal original) {
    if (original == null) {
      return "unknown-journal";
    }
    if (original.reversed()) {
      return "already-reversed";
    }
    return original.content().legs().mirrored().equals(legs) ? null : "not-a-reversal-of";
  }

  private String notCapturable(Hold hold) {
    if (hold == null || hold.account() != legs.from()) {
      return "unknown-hold";
    }
    if (hold.state() != Hold.State.ACTIVE) {
      return "hold-not-active";
    }
    return legs.cents() > hold.left() ? "hold-amount-exceeded" : null;
  }

  /** The hold gives up what is taken, or all of it. */
  private Reference capture(Reference before) {
    var hold = before.holds().get(captures);
    var after = hold.captured(legs.cents(), keepsRest);
    var account = before.account(hold.account()).holding(after.left() - hold.left());
    return before.with(hold.account(), account).with(captures, after);
  }

  @Override
  public String toString() {
    var text =
        "post journal %d: %s from %c to %c"
            .formatted(journal, Command.euros(legs.cents()), legs.from(), legs.to());
    if (captures != 0) {
      text += ", captures hold " + captures + (keepsRest ? " and keeps its rest" : "");
    }
    return reverses == 0 ? text : text + ", reverses journal " + reverses;
  }
}
