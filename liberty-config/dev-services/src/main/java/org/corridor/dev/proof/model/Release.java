package org.corridor.dev.proof.model;

import java.util.List;
import org.corridor.dev.proof.model.Reference.Hold;

/** A hold is given up. */
record Release(int hold, char account) implements Command {

  @Override
  public List<Decision> decide(Reference before) {
    var known = before.holds().get(hold);
    if (known == null || known.account() != account) {
      return Command.refused("unknown-hold", before);
    }
    if (known.state() == Hold.State.RELEASED) {
      return Command.only(Reply.of(200), before);
    }
    if (known.state() != Hold.State.ACTIVE) {
      return Command.refused("hold-not-active", before);
    }
    return Command.only(
        Reply.of(200),
        before
            .with(account, before.account(account).holding(-known.left()))
            .with(hold, known.released()));
  }

  @Override
  public String toString() {
    return "release hold %d of %c".formatted(hold, account);
  }
}
