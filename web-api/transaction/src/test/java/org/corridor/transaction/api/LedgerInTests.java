package org.corridor.transaction.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.transaction.application.Ledger;

/** Stands in for the account context, which is another server's here. */
@Alternative
@Priority(1)
@ApplicationScoped
public class LedgerInTests implements Ledger {

  static final UUID ANNA = UUID.fromString("01930d2e-7c1a-7000-8000-00000000000a");
  static final AccountSummary SOURCE = account("0001", ANNA);
  static final AccountSummary DESTINATION = account("0002", UUID.randomUUID());

  private final Map<UUID, PostingOrder> journal = new ConcurrentHashMap<>();
  private volatile boolean silent;
  private volatile boolean poor;

  void fallSilent(boolean now) {
    silent = now;
  }

  void becomePoor(boolean now) {
    poor = now;
  }

  int journals() {
    return journal.size();
  }

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    if (poor) {
      return CompletableFuture.completedFuture(
          PostingAnswer.refused(order.id(), "insufficient-funds", "Too little."));
    }
    journal.putIfAbsent(order.id(), order);
    return silent
        ? CompletableFuture.failedFuture(new LedgerUnavailable("no answer", null))
        : CompletableFuture.completedFuture(PostingAnswer.posted(order.id(), Instant.now()));
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    if (poor) {
      return CompletableFuture.completedFuture(
          orders.stream()
              .map(order -> PostingAnswer.refused(order.id(), "insufficient-funds", "Too little."))
              .toList());
    }
    orders.forEach(order -> journal.putIfAbsent(order.id(), order));
    return silent
        ? CompletableFuture.failedFuture(new LedgerUnavailable("no answer", null))
        : CompletableFuture.completedFuture(
            orders.stream().map(order -> PostingAnswer.posted(order.id(), Instant.now())).toList());
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    if (silent) {
      throw new LedgerUnavailable("no answer", null);
    }
    return journal.containsKey(id)
        ? Optional.of(PostingAnswer.posted(id, Instant.now()))
        : Optional.empty();
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return id.equals(SOURCE.id())
        ? Optional.of(SOURCE)
        : id.equals(DESTINATION.id()) ? Optional.of(DESTINATION) : Optional.empty();
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return Optional.empty();
  }

  private static AccountSummary account(String number, UUID owner) {
    return new AccountSummary(UUID.randomUUID(), number, owner, "BER", "EUR");
  }
}
