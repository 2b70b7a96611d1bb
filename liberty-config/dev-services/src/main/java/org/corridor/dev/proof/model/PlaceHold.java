package org.corridor.dev.proof.model;

import java.util.List;
import org.corridor.dev.proof.model.Reference.Hold;

/** Money is reserved. */
record PlaceHold(int hold, char account, long cents) implements Command {

  @Override
  public List<Decision> decide(Reference before) {
    var known = before.holds().get(hold);
    if (known != null) {
      return known.account() == account && known.amount() == cents
          ? Command.only(Reply.of(200), before)
          : Command.refused("hold-id-reused", before);
    }
    var now = before.account(account);
    if (!now.isOpen()) {
      return Command.refused("account-not-open", before);
    }
    if (now.available() < cents) {
      return Command.refused("insufficient-funds", before);
    }
    return Command.only(
        Reply.of(201),
        before
            .with(account, now.holding(cents))
            .with(hold, new Hold(account, cents, 0, Hold.State.ACTIVE)));
  }

  @Override
  public String toString() {
    return "place hold %d: %s of %c".formatted(hold, Command.euros(cents), account);
  }
}
