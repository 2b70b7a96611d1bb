package org.corridor.transaction.infrastructure.saga;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.Holds;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.infrastructure.LocalUnits;

/** Accounts, holds and a journal in memory, with the rules of the contract. */
final class BankInMemory implements Ledger, Holds {

  private static final Instant BOOKED_AT = Instant.parse("2026-11-02T12:00:01Z");

  private final LocalUnits units;
  private final Map<UUID, AccountSummary> accounts = new HashMap<>();
  private final Map<UUID, Long> balances = new HashMap<>();
  private final Map<UUID, HeldMoney> holds = new HashMap<>();
  private final Map<UUID, PostingOrder> journal = new HashMap<>();
  private boolean closedForPosting;

  private record HeldMoney(HoldOrder order, String status) {}

  BankInMemory(LocalUnits units) {
    this.units = units;
  }

  synchronized AccountSummary open(String number, UUID clientId, String branch, long cents) {
    var account = new AccountSummary(UUID.randomUUID(), number, clientId, branch, "EUR");
    accounts.put(account.id(), account);
    balances.put(account.id(), cents);
    return account;
  }

  synchronized void closedForPosting(boolean closed) {
    closedForPosting = closed;
  }

  synchronized long booked(AccountSummary account) {
    return balances.get(account.id());
  }

  synchronized long held(AccountSummary account) {
    return holds.values().stream()
        .filter(hold -> hold.order().accountId().equals(account.id()))
        .filter(hold -> hold.status().equals("ACTIVE"))
        .mapToLong(hold -> hold.order().amount().minorUnits())
        .sum();
  }

  synchronized int holdsPlaced() {
    return holds.size();
  }

  synchronized int journals() {
    return journal.size();
  }

  synchronized void expire(UUID holdId) {
    holds.computeIfPresent(holdId, (id, hold) -> new HeldMoney(hold.order(), "EXPIRED"));
  }

  @Override
  public synchronized HoldAnswer place(HoldOrder order) {
    requireNoUnit();
    var known = holds.get(order.id());
    if (known != null) {
      return known.order().equals(order)
          ? HoldAnswer.standing(order.id(), known.status())
          : HoldAnswer.refused(order.id(), "hold-id-reused", "Another hold.");
    }
    var account = accounts.get(order.accountId());
    if (booked(account) - held(account) < order.amount().minorUnits()) {
      return HoldAnswer.refused(order.id(), "insufficient-funds", "Too little.");
    }
    holds.put(order.id(), new HeldMoney(order, "ACTIVE"));
    return HoldAnswer.standing(order.id(), "ACTIVE");
  }

  @Override
  public synchronized HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
    requireNoUnit();
    var known = holds.get(holdId);
    if (known == null) {
      return HoldAnswer.refused(holdId, "unknown-hold", "No such hold.");
    }
    if (known.status().equals("CAPTURED") || known.status().equals("EXPIRED")) {
      return HoldAnswer.refused(holdId, "hold-not-active", "It is " + known.status() + ".");
    }
    holds.put(holdId, new HeldMoney(known.order(), "RELEASED"));
    return HoldAnswer.standing(holdId, "RELEASED");
  }

  @Override
  public synchronized Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
    requireNoUnit();
    return Optional.ofNullable(holds.get(holdId))
        .map(hold -> HoldAnswer.standing(holdId, hold.status()));
  }

  @Override
  public synchronized CompletionStage<PostingAnswer> post(PostingOrder order) {
    requireNoUnit();
    return completedFuture(decide(order));
  }

  private PostingAnswer decide(PostingOrder order) {
    var known = journal.get(order.id());
    if (known != null) {
      return known.equals(order)
          ? PostingAnswer.posted(order.id(), BOOKED_AT)
          : PostingAnswer.refused(order.id(), "posting-id-reused", "Another order.");
    }
    if (closedForPosting) {
      return PostingAnswer.refused(order.id(), "account-not-open", "It is frozen.");
    }
    if (order.captures() != null) {
      var hold = holds.get(order.captures());
      if (hold == null || !hold.status().equals("ACTIVE")) {
        return PostingAnswer.refused(order.id(), "hold-not-active", "There is no such hold.");
      }
      holds.put(order.captures(), new HeldMoney(hold.order(), "CAPTURED"));
    }
    order.legs().forEach(leg -> balances.merge(leg.accountId(), minor(leg.amount()), Long::sum));
    journal.put(order.id(), order);
    return PostingAnswer.posted(order.id(), BOOKED_AT);
  }

  private static long minor(Money amount) {
    return amount.minorUnits();
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    throw new UnsupportedOperationException("sagas post one by one");
  }

  @Override
  public synchronized Optional<PostingAnswer> posting(UUID id) {
    requireNoUnit();
    return Optional.ofNullable(journal.get(id)).map(o -> PostingAnswer.posted(id, BOOKED_AT));
  }

  @Override
  public synchronized Optional<AccountSummary> account(UUID id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public synchronized Optional<AccountSummary> accountByNumber(String number) {
    return accounts.values().stream()
        .filter(account -> account.number().equals(number))
        .findFirst();
  }

  private void requireNoUnit() {
    if (units.isRunning()) {
      throw new IllegalStateException("the ledger was asked inside of a unit of work");
    }
  }
}
