package org.corridor.dev.proof.model;

import java.util.ArrayList;
import java.util.List;

/** Money of a client to another. */
record Transfer(int key, char from, char to, long cents) implements Keyed {

  /**
   * The accounts are looked at before anything is written, and again by the ledger: what the first
   * look refuses is not kept under the key.
   */
  @Override
  public List<Decision> decideFresh(Reference before) {
    return checked(this, new Movement(from, to, cents), before);
  }

  static List<Decision> checked(Keyed request, Movement movement, Reference before) {
    var decisions = new ArrayList<>(Keyed.settle(request, movement, before));
    if (!movement.isOpen(before)) {
      decisions.addAll(Command.refused("account-not-active", before));
    }
    return decisions;
  }

  @Override
  public String toString() {
    return "transfer %s from %c to %c, key %d".formatted(Command.euros(cents), from, to, key);
  }
}
