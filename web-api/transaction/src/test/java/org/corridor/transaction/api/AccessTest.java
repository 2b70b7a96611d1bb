package org.corridor.transaction.api;

import static org.corridor.testing.access.Situation.AMOUNT_CENTS;
import static org.corridor.testing.access.Situation.BRANCH;
import static org.corridor.testing.access.Situation.EUR;
import static org.corridor.testing.access.Situation.MAKER;
import static org.corridor.testing.access.Situation.OWNER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.testing.access.AccessTable;
import org.corridor.testing.access.Twist;
import org.corridor.transaction.application.CashHours;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionAccess.Verdict;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Making;
import org.corridor.transaction.domain.Movement;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.file.TransferFile;
import org.corridor.web.security.Doorkeeper;
import org.junit.jupiter.api.Test;

/** The money goes from the client in question to one of another branch than any caller's. */
class AccessTest {

  private static final UUID ID = UUID.randomUUID();
  private static final Making MAKING = new Making(MAKER.toString(), Instant.EPOCH, "c");
  private static final Side SOURCE = new Side(UUID.randomUUID(), OWNER, BRANCH);
  private static final AccountSummary ACCOUNT =
      new AccountSummary(SOURCE.accountId(), "1", OWNER, BRANCH, EUR.getCurrencyCode());

  @Test
  void whoMayDoWhatIsAsThePageSays() {
    new AccessTable(
            "transaction",
            new TransactionApi().getClasses(),
            TransactionAccess.class,
            new AccessTable.Door(
                Doorkeeper::isOpen, Doorkeeper::permits, Doorkeeper::asksForStepUp))
        .rule("sees", caller -> TransactionAccess.sees(caller, transaction()))
        .rule("reach", AccessTest::lists)
        .rule("seesBatch", caller -> TransactionAccess.seesBatch(caller, batch()))
        .rule("seesFile", caller -> TransactionAccess.seesFile(caller, file()))
        .rule("maySpend", caller -> TransactionAccess.maySpend(caller, ACCOUNT))
        .rule("mayHandleCash", caller -> TransactionAccess.mayHandleCash(caller, ACCOUNT))
        .rule("mayUseTill", AccessTest::usesTill)
        .rule("mayDecide", caller -> isAllowed(TransactionAccess.mayDecide(caller, transaction())))
        .rule(
            "mayReverse", caller -> isAllowed(TransactionAccess.mayReverse(caller, transaction())))
        .rule("maySetLimits", TransactionAccess::maySetLimits)
        .rule("maySteerSagas", TransactionAccess::maySteerSagas)
        .tells("seesWho")
        .twist(Twist.aboveOwnLimit())
        .twist(Twist.maker("made by itself"))
        .check();
  }

  private static boolean isAllowed(Verdict verdict) {
    return verdict == Verdict.ALLOWED;
  }

  private static boolean usesTill(Caller caller) {
    return isAllowed(
        TransactionAccess.mayUseTill(caller, BRANCH, CashHours.always(), Instant.EPOCH));
  }

  private static boolean lists(Caller caller) {
    var reach = TransactionAccess.reach(caller);
    return (reach.clientId() == null || reach.clientId().equals(OWNER))
        && (reach.branch() == null || reach.branch().equals(BRANCH));
  }

  private static Transaction transaction() {
    return Transaction.create(ID, movement(), MAKING, Optional.empty()).after();
  }

  private static Movement movement() {
    var destination = new Side(UUID.randomUUID(), UUID.randomUUID(), "HAM");
    return new Movement(
        Kind.TRANSFER, SOURCE, destination, new Money(AMOUNT_CENTS, EUR), null, null);
  }

  private static TransferBatch batch() {
    return new TransferBatch(
        ID,
        TransferBatch.Mode.EACH,
        MAKING,
        TransferBatch.Status.ORDERED,
        null,
        List.of(TransferBatch.Item.ordered(UUID.randomUUID(), movement())));
  }

  private static TransferFile file() {
    return TransferFile.received(ID, TransferFile.Format.CSV, 1, 1, MAKING);
  }
}
