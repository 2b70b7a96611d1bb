package org.corridor.dev.proof.model;

import java.util.List;
import org.corridor.dev.proof.model.Reference.Account;

/**
 * An account is frozen, unfrozen or closed.
 *
 * @param ifMatch the version that it is expected to have
 */
record ChangeStatus(Kind kind, char account, long ifMatch) implements Command {

  enum Kind {
    FREEZE,
    UNFREEZE,
    CLOSE
  }

  @Override
  public List<Decision> decide(Reference before) {
    var now = before.account(account);
    if (now.version() != ifMatch) {
      return Command.only(new Reply(412, "stale", ""), before);
    }
    return switch (kind) {
      case FREEZE -> change(before, Account.Status.ACTIVE, Account.Status.FROZEN);
      case UNFREEZE -> change(before, Account.Status.FROZEN, Account.Status.ACTIVE);
      case CLOSE -> close(before);
    };
  }

  private List<Decision> change(Reference before, Account.Status from, Account.Status to) {
    var now = before.account(account);
    return now.status() == from
        ? Command.only(Reply.of(200), before.with(account, now.become(to)))
        : Command.refused("wrong-account-status", before);
  }

  private List<Decision> close(Reference before) {
    var now = before.account(account);
    if (now.status() == Account.Status.CLOSED) {
      return Command.refused("wrong-account-status", before);
    }
    if (now.held() != 0) {
      return Command.refused("account-has-holds", before);
    }
    return now.booked() != 0
        ? Command.refused("account-not-empty", before)
        : Command.only(Reply.of(200), before.with(account, now.become(Account.Status.CLOSED)));
  }

  @Override
  public String toString() {
    return "%s %c, if its version is %d"
        .formatted(kind.name().toLowerCase(java.util.Locale.ROOT), account, ifMatch);
  }
}
