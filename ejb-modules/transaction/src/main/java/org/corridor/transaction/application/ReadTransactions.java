package org.corridor.transaction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.domain.Transaction;
import org.corridor.transaction.domain.Transition;

/** Shows a caller the transactions that it may see. */
@ApplicationScoped
public class ReadTransactions {

  private final UnitOfWork units;
  private final Transactions transactions;

  /** For the container's proxy. */
  protected ReadTransactions() {
    this(null, null);
  }

  @Inject
  public ReadTransactions(UnitOfWork units, Transactions transactions) {
    this.units = units;
    this.transactions = transactions;
  }

  /** Empty if there is no such transaction, or the caller may not see it. */
  public Optional<Transaction> find(Caller caller, UUID id) {
    return units.within(() -> visible(caller, id));
  }

  /** Its transitions, oldest first; empty as {@link #find}. */
  public Optional<List<Transition>> history(Caller caller, UUID id) {
    return units.within(
        () -> visible(caller, id).map(found -> Transition.of(transactions.history(found.id()))));
  }

  /** The newest first; the reach of the query is the caller's, see {@link TransactionAccess}. */
  public List<Transaction> list(TransactionQuery query, int limit) {
    return units.within(() -> transactions.list(query, limit));
  }

  private Optional<Transaction> visible(Caller caller, UUID id) {
    return transactions
        .find(id)
        .filter(
            found ->
                Concealed.unless(TransactionAccess.sees(caller, found), caller, "transaction", id));
  }
}
