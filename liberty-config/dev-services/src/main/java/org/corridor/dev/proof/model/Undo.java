package org.corridor.dev.proof.model;

import java.util.List;

/**
 * Reverses a transaction.
 *
 * @param of the key of the transaction
 * @param reason tells two requests apart that are otherwise the same
 */
record Undo(int key, int of, String reason) implements Keyed {

  @Override
  public List<Decision> decideFresh(Reference before) {
    var original = before.made().get(of);
    if (original == null) {
      return Command.only(new Reply(404, "not-found", ""), before);
    }
    if (original.request() instanceof Undo) {
      return Command.refused("reversal-not-reversible", before);
    }
    if (original.undone()) {
      return Command.refused("already-reversed", before);
    }
    if (original.reply().status() != 201) {
      return Command.refused("not-paid", before);
    }
    return Keyed.settle(this, movement(original.request()).mirrored(), before).stream()
        .map(decision -> decision.reply().status() == 201 ? undone(decision, original) : decision)
        .toList();
  }

  private static Decision undone(Decision decision, Reference.Made original) {
    return new Decision(decision.reply(), decision.after().with(original.asUndone()));
  }

  private static Movement movement(Keyed request) {
    return request instanceof Transfer transfer
        ? new Movement(transfer.from(), transfer.to(), transfer.cents())
        : ((Cash) request).movement();
  }

  @Override
  public String toString() {
    return "reverse what key %d made, key %d, because of %s".formatted(of, key, reason);
  }
}
