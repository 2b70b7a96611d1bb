package org.corridor.transaction.infrastructure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.UnitOfWork;

/**
 * A ledger in memory with the contract's rules: idempotent by id, nothing below zero on a client's
 * account, a journal reversed once. It can be told to fail before or after it has posted.
 */
public final class FakeLedger implements Ledger {

  /** What goes wrong with the next order. */
  public enum Trouble {
    NONE,
    NOT_REACHED,
    POSTED_BUT_NOT_ANSWERED
  }

  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "fake-ledger");
            thread.setDaemon(true);
            return thread;
          });
  private static final Instant BOOKED_AT = Instant.parse("2026-11-02T12:00:01.123456Z");

  private final Map<UUID, AccountSummary> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, Long> balances = new ConcurrentHashMap<>();
  private final Map<UUID, PostingOrder> journal = new ConcurrentHashMap<>();
  private final Set<UUID> frozen = ConcurrentHashMap.newKeySet();
  private final AtomicInteger orders = new AtomicInteger();
  private final LocalUnits units;
  private volatile Trouble trouble = Trouble.NONE;
  private final AtomicReference<Runnable> beforePosting = new AtomicReference<>();
  private final AtomicReference<Runnable> beforeAnswering = new AtomicReference<>();
  private final AtomicReference<Consumer<UUID>> afterPosting = new AtomicReference<>();

  public FakeLedger(UnitOfWork units) {
    this.units = (LocalUnits) units;
  }

  public AccountSummary open(String number, UUID clientId, String branch, String currency) {
    var account = new AccountSummary(UUID.randomUUID(), number, clientId, branch, currency);
    accounts.put(account.id(), account);
    balances.put(account.id(), 0L);
    return account;
  }

  public void freeze(AccountSummary account) {
    frozen.add(account.id());
  }

  public void setBalance(AccountSummary account, long minorUnits) {
    balances.put(account.id(), minorUnits);
  }

  public long balance(AccountSummary account) {
    return balances.get(account.id());
  }

  public int journals() {
    return journal.size();
  }

  public int orders() {
    return orders.get();
  }

  public void meets(Trouble next) {
    trouble = next;
  }

  /** What happens before the next order arrives. */
  public void beforePosting(Runnable happens) {
    beforePosting.set(happens);
  }

  /** What happens after the next order was decided, before its answer arrives. */
  public void beforeAnswering(Runnable happens) {
    beforeAnswering.set(happens);
  }

  /** What happens after the next order was posted, before its answer arrives. */
  public void afterPosting(Consumer<UUID> happens) {
    afterPosting.set(happens);
  }

  /** On a thread of its own, as the real one. */
  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    requireNoUnit();
    return CompletableFuture.supplyAsync(() -> answer(order), THREADS);
  }

  private PostingAnswer answer(PostingOrder order) {
    once(beforePosting).ifPresent(Runnable::run);
    orders.incrementAndGet();
    var now = trouble;
    if (now == Trouble.NOT_REACHED) {
      throw new LedgerUnavailable("not reached", null);
    }
    var answer = decide(order);
    once(beforeAnswering).ifPresent(Runnable::run);
    if (answer.posted()) {
      once(afterPosting).ifPresent(happens -> happens.accept(order.id()));
    }
    if (now == Trouble.POSTED_BUT_NOT_ANSWERED) {
      throw new LedgerUnavailable("no answer", null);
    }
    return answer;
  }

  private static <T> Optional<T> once(AtomicReference<T> happens) {
    return Optional.ofNullable(happens.getAndSet(null));
  }

  private synchronized PostingAnswer decide(PostingOrder order) {
    var known = journal.get(order.id());
    if (known != null) {
      return known.equals(order)
          ? PostingAnswer.posted(order.id(), BOOKED_AT)
          : PostingAnswer.refused(order.id(), "posting-id-reused", "Another order.");
    }
    if (order.reverses() != null
        && journal.values().stream().anyMatch(j -> order.reverses().equals(j.reverses()))) {
      return PostingAnswer.refused(order.id(), "already-reversed", "Reversed before.");
    }
    if (order.legs().stream().anyMatch(leg -> frozen.contains(leg.accountId()))) {
      return PostingAnswer.refused(order.id(), "account-not-open", "Frozen.");
    }
    for (var leg : order.legs()) {
      var account = accounts.get(leg.accountId());
      var after = balances.get(leg.accountId()) + leg.amount().minorUnits();
      if (account.clientId() != null && after < 0) {
        return PostingAnswer.refused(order.id(), "insufficient-funds", "Too little.");
      }
    }
    order
        .legs()
        .forEach(leg -> balances.merge(leg.accountId(), leg.amount().minorUnits(), Long::sum));
    journal.put(order.id(), order);
    return PostingAnswer.posted(order.id(), BOOKED_AT);
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> many, boolean allOrNothing) {
    requireNoUnit();
    return CompletableFuture.supplyAsync(() -> answerAll(many, allOrNothing), THREADS);
  }

  private List<PostingAnswer> answerAll(List<PostingOrder> many, boolean allOrNothing) {
    once(beforePosting).ifPresent(Runnable::run);
    orders.incrementAndGet();
    var now = trouble;
    if (now == Trouble.NOT_REACHED) {
      throw new LedgerUnavailable("not reached", null);
    }
    var answers = decideAll(many, allOrNothing);
    once(beforeAnswering).ifPresent(Runnable::run);
    if (now == Trouble.POSTED_BUT_NOT_ANSWERED) {
      throw new LedgerUnavailable("no answer", null);
    }
    return answers;
  }

  private synchronized List<PostingAnswer> decideAll(
      List<PostingOrder> many, boolean allOrNothing) {
    var balancesBefore = Map.copyOf(balances);
    var journalBefore = Map.copyOf(journal);
    var answers = many.stream().map(this::decide).toList();
    if (!allOrNothing || answers.stream().allMatch(PostingAnswer::posted)) {
      return answers;
    }
    balances.putAll(balancesBefore);
    journal.keySet().retainAll(journalBefore.keySet());
    return answers.stream()
        .map(
            answer ->
                answer.posted() && !journalBefore.containsKey(answer.postingId())
                    ? PostingAnswer.refused(answer.postingId(), "batch-refused", "Another.")
                    : answer)
        .toList();
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    requireNoUnit();
    if (trouble == Trouble.NOT_REACHED) {
      throw new LedgerUnavailable("not reached", null);
    }
    return Optional.ofNullable(journal.get(id)).map(o -> PostingAnswer.posted(id, BOOKED_AT));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    requireNoUnit();
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    requireNoUnit();
    List<AccountSummary> all = new ArrayList<>(accounts.values());
    return all.stream().filter(account -> account.number().equals(number)).findFirst();
  }

  private void requireNoUnit() {
    if (units.isRunning()) {
      throw new IllegalStateException("the ledger was asked inside of a unit of work");
    }
  }
}
