package org.corridor.transaction.infrastructure;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.transaction.application.Ledger;

/** The ledger in the same EAR, looked up when first needed: the account context may start later. */
final class InProcessLedger implements Ledger {

  private static final String NAME =
      "java:app/corridor-account/Ledger!" + LedgerContract.class.getName();

  private volatile LedgerContract found;

  @Override
  public PostingAnswer post(PostingOrder order) {
    return ask(ledger -> ledger.post(order));
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    return ask(ledger -> ledger.posting(id));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return ask(ledger -> ledger.account(id));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return ask(ledger -> ledger.accountByNumber(number));
  }

  /** Whatever a bean on the other side throws, it is not known what it did before. */
  private <T> T ask(Function<LedgerContract, T> question) {
    try {
      return question.apply(ledger());
    } catch (LedgerUnavailable e) {
      throw e;
    } catch (NamingException | RuntimeException e) {
      throw new LedgerUnavailable("the ledger on this server failed", e);
    }
  }

  /** The name is a constant, and the object one of this application: nothing is deserialized. */
  @SuppressWarnings("BanJNDI")
  private LedgerContract ledger() throws NamingException {
    var ledger = found;
    if (ledger == null) {
      ledger = InitialContext.doLookup(NAME);
      found = ledger;
    }
    return ledger;
  }
}
