package org.corridor.dev.proof.model;

import java.util.List;

/** Cash over the counter, in or out. */
record Cash(int key, boolean in, char account, long cents) implements Keyed {

  @Override
  public List<Decision> decideFresh(Reference before) {
    return Transfer.checked(this, movement(), before);
  }

  Movement movement() {
    var deposit = new Movement(Reference.OUTSIDE, account, cents);
    return in ? deposit : deposit.mirrored();
  }

  @Override
  public String toString() {
    return "%s %s %c, key %d"
        .formatted(in ? "deposit" : "withdraw", Command.euros(cents), account, key);
  }
}
