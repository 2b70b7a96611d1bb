package org.corridor.transaction.infrastructure.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;

/** The ledger in the same EAR, looked up when first needed: the account context may start later. */
final class InProcessLedger implements LedgerContract {

  private static final String NAME =
      "java:app/corridor-account/Ledger!" + LedgerContract.class.getName();

  private volatile LedgerContract found;

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    return ledger().post(order);
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    return ledger().postAll(orders, allOrNothing);
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    return ledger().posting(id);
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return ledger().account(id);
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return ledger().accountByNumber(number);
  }

  @Override
  public Map<UUID, AccountSummary> accounts(Collection<UUID> ids) {
    return ledger().accounts(ids);
  }

  @Override
  public Map<String, AccountSummary> accountsByNumber(Collection<String> numbers) {
    return ledger().accountsByNumber(numbers);
  }

  /** The name is a constant, and the object one of this application: nothing is deserialized. */
  @SuppressWarnings("BanJNDI")
  private LedgerContract ledger() {
    var ledger = found;
    if (ledger == null) {
      try {
        ledger = InitialContext.doLookup(NAME);
      } catch (NamingException e) {
        throw new LedgerUnavailable("there is no ledger on this server", e);
      }
      found = ledger;
    }
    return ledger;
  }
}
