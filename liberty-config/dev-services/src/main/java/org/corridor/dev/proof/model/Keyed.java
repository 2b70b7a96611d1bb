package org.corridor.dev.proof.model;

import java.util.List;

/** A command of {@code transaction}: made once under its idempotency key. */
sealed interface Keyed extends Command permits Transfer, Cash, Undo {

  int key();

  /** What happens if the key is new. */
  List<Decision> decideFresh(Reference before);

  @Override
  default List<Decision> decide(Reference before) {
    var made = before.made().get(key());
    if (made == null) {
      return decideFresh(before);
    }
    return made.request().equals(this)
        ? Command.only(made.reply(), before)
        : Command.refused("idempotency-key-reused", before);
  }

  /** What the ledger says to the movement; either way it is kept under the key. */
  static List<Decision> settle(Keyed request, Movement movement, Reference before) {
    var refusal = movement.refusal(before);
    if (refusal != null) {
      return List.of(kept(request, Reply.refused(refusal), before));
    }
    return List.of(kept(request, Reply.of(201), movement.move(before)));
  }

  private static Decision kept(Keyed request, Reply reply, Reference after) {
    return new Decision(reply, after.with(new Reference.Made(request, reply, false)));
  }
}
