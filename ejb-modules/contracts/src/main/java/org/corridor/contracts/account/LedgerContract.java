package org.corridor.contracts.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The ledger and what others must know of its accounts. In the EAR it is looked up as {@code
 * java:app/corridor-account/Ledger!org.corridor.contracts.account.LedgerContract}; over HTTP it is
 * {@code /api/account/v1}. Never called inside of a transaction of the caller's.
 */
public interface LedgerContract {

  /** Orders of one {@link #postAll}. */
  int MOST_AT_ONCE = 5_000;

  /**
   * Posts all legs or none. The posting's id makes it idempotent: the same id with the same content
   * is answered as the first time, with other content it is refused with {@code posting-id-reused}.
   *
   * <p>No thread waits for the answer. What depends on it and takes long must run elsewhere: in the
   * EAR it comes on the thread that posts for everybody.
   *
   * @return fails with {@link LedgerUnavailable} if it is not known whether it was posted: ask
   *     again with the same id
   */
  CompletionStage<PostingAnswer> post(PostingOrder order);

  /**
   * Posts many, one after the other with nothing in between, each as {@link #post} has it; at most
   * {@link #MOST_AT_ONCE}, no id twice.
   *
   * @param allOrNothing true if none shall be posted unless all can be; what could have been posted
   *     is then refused with {@code batch-refused}
   * @return an answer to each order, in their order; fails as {@link #post} does
   */
  CompletionStage<List<PostingAnswer>> postAll(List<PostingOrder> orders, boolean allOrNothing);

  /** The answer to an order that was posted; empty if there is no such posting. */
  Optional<PostingAnswer> posting(UUID id);

  Optional<AccountSummary> account(UUID id);

  /** Also finds internal accounts, such as {@code CASH-BER-EUR}. */
  Optional<AccountSummary> accountByNumber(String number);

  /** Those that there are. */
  default Map<UUID, AccountSummary> accounts(Collection<UUID> ids) {
    var found = new HashMap<UUID, AccountSummary>();
    ids.forEach(id -> account(id).ifPresent(account -> found.put(id, account)));
    return found;
  }

  /** Those that there are. */
  default Map<String, AccountSummary> accountsByNumber(Collection<String> numbers) {
    var found = new HashMap<String, AccountSummary>();
    numbers.forEach(
        number -> accountByNumber(number).ifPresent(account -> found.put(number, account)));
    return found;
  }
}
