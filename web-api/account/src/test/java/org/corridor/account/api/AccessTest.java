package org.corridor.account.api;

import static org.corridor.testing.access.Situation.AMOUNT_CENTS;
import static org.corridor.testing.access.Situation.BRANCH;
import static org.corridor.testing.access.Situation.EUR;
import static org.corridor.testing.access.Situation.OWNER;

import java.time.Instant;
import java.util.UUID;
import org.corridor.account.application.AccountAccess;
import org.corridor.account.application.AccountFilter;
import org.corridor.account.domain.Account;
import org.corridor.account.domain.AccountStatus;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.testing.access.AccessTable;
import org.corridor.testing.access.Twist;
import org.corridor.web.security.Doorkeeper;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final Account ACCOUNT =
      new Account(
          UUID.randomUUID(),
          "0000000001",
          OWNER,
          BRANCH,
          UUID.randomUUID(),
          EUR,
          AccountStatus.ACTIVE,
          Instant.EPOCH,
          null,
          1);

  @Test
  void whoMayDoWhatIsAsThePageSays() {
    new AccessTable(
            "account",
            new AccountApi().getClasses(),
            AccountAccess.class,
            new AccessTable.Door(
                Doorkeeper::isOpen, Doorkeeper::permits, Doorkeeper::asksForStepUp))
        .rule("reaches", caller -> AccountAccess.reaches(caller, ACCOUNT))
        .rule("narrow", AccessTest::lists)
        .rule("mayOpenInternal", caller -> AccountAccess.mayOpenInternal(caller, BRANCH))
        .rule("mayPost", AccountAccess::mayPost)
        .rule("mayReadWholeLedger", AccountAccess::mayReadWholeLedger)
        .rule("mayCorrectBalances", AccountAccess::mayCorrectBalances)
        .rule("mayHold", caller -> AccountAccess.mayHold(caller, new Money(AMOUNT_CENTS, EUR)))
        .twist(Twist.aboveOwnLimit())
        .check();
  }

  private static boolean lists(Caller caller) {
    return AccountAccess.narrow(caller, new AccountFilter(null, null, null, null))
        .filter(only -> only.clientId() == null || only.clientId().equals(OWNER))
        .filter(only -> only.branch() == null || only.branch().equals(BRANCH))
        .isPresent();
  }
}
