package org.corridor.transaction.infrastructure.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.platform.json.Json;
import org.corridor.platform.trace.CurrentTrace;
import org.corridor.transaction.application.WorkerThreads;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.AccountCallFailed;
import org.corridor.transaction.infrastructure.ledger.AccountCalls.Reply;

/** The ledger over HTTP. Members may be added to answers, so only those needed are looked at. */
@ApplicationScoped
@Typed(RestLedger.class)
public class RestLedger implements LedgerContract {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNPROCESSABLE = 422;

  private final AccountCalls calls;
  private final Executor callers;

  /** For the container's proxy. */
  protected RestLedger() {
    this(null, null);
  }

  /**
   * @param callers who wait for the answers
   */
  @Inject
  public RestLedger(AccountCalls calls, @WorkerThreads Executor callers) {
    this.calls = calls;
    this.callers = callers;
  }

  /** An order as a body: its id is in the path, its correlation in a header. */
  record Journal(
      String kind,
      LocalDate valueDate,
      List<PostingOrder.Leg> legs,
      UUID captures,
      UUID reverses,
      Map<String, String> metadata) {

    static Journal of(PostingOrder order) {
      return new Journal(
          order.kind(),
          order.valueDate(),
          order.legs(),
          order.captures(),
          order.reverses(),
          order.metadata());
    }
  }

  /** Many orders as a body, each with its id; the request that they came with is in a header. */
  record JournalBatch(String mode, List<JournalOfBatch> postings) {

    static JournalBatch of(List<PostingOrder> orders, boolean allOrNothing) {
      return new JournalBatch(
          allOrNothing ? "ALL_OR_NOTHING" : "EACH",
          orders.stream().map(JournalOfBatch::of).toList());
    }
  }

  /** One of them. */
  record JournalOfBatch(UUID id, @JsonUnwrapped Journal journal) {

    static JournalOfBatch of(PostingOrder order) {
      return new JournalOfBatch(order.id(), Journal.of(order));
    }
  }

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    return onAnotherThread(() -> postAndWait(order));
  }

  private <T> CompletionStage<T> onAnotherThread(Supplier<T> call) {
    var trace = CurrentTrace.capture();
    return CompletableFuture.supplyAsync(() -> trace.within(call), callers);
  }

  private PostingAnswer postAndWait(PostingOrder order) {
    var body = Json.write(Journal.of(order));
    return answer(
        order.id(),
        calls.exchange(
            (accounts, authorization) ->
                accounts.putJournal(authorization, order.correlationId(), order.id(), body)));
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    return onAnotherThread(() -> postAllAndWait(orders, allOrNothing));
  }

  private List<PostingAnswer> postAllAndWait(List<PostingOrder> orders, boolean allOrNothing) {
    var body = Json.write(JournalBatch.of(orders, allOrNothing));
    var correlation = orders.get(0).correlationId();
    return answers(
        orders,
        calls.exchangeMany(
            (accounts, authorization) -> accounts.postJournals(authorization, correlation, body)));
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    var reply = calls.exchange((accounts, authorization) -> accounts.journal(authorization, id));
    return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(answer(id, reply));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    var reply = calls.exchange((accounts, authorization) -> accounts.account(authorization, id));
    return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of(account(reply.body()));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    var reply =
        calls.exchange((accounts, authorization) -> accounts.accounts(authorization, number));
    var items = reply.body().path("items");
    return items.isEmpty() ? Optional.empty() : Optional.of(account(items.get(0)));
  }

  static PostingAnswer answer(UUID id, Reply reply) {
    if (reply.status() == UNPROCESSABLE) {
      return PostingAnswer.refused(id, text(reply.body(), "code"), text(reply.body(), "detail"));
    }
    if (reply.status() == NOT_FOUND) {
      throw new AccountCallFailed("the account context has no journals");
    }
    return PostingAnswer.posted(id, Instant.parse(text(reply.body(), "bookedAt")));
  }

  static List<PostingAnswer> answers(List<PostingOrder> orders, Reply reply) {
    var results = reply.body().path("results");
    if (reply.status() != OK || results.size() != orders.size()) {
      throw new AccountCallFailed("the account context has not answered to each journal");
    }
    var answers = new ArrayList<PostingAnswer>(orders.size());
    for (var nth = 0; nth < orders.size(); nth++) {
      answers.add(answer(orders.get(nth).id(), results.get(nth)));
    }
    return answers;
  }

  private static PostingAnswer answer(UUID id, JsonNode result) {
    if (!text(result, "id").equals(id.toString())) {
      throw new AccountCallFailed("the account context has answered about another journal");
    }
    return text(result, "status").equals("POSTED")
        ? PostingAnswer.posted(id, Instant.parse(text(result, "bookedAt")))
        : PostingAnswer.refused(id, text(result, "code"), text(result, "detail"));
  }

  static AccountSummary account(JsonNode account) {
    return new AccountSummary(
        UUID.fromString(text(account, "id")),
        text(account, "number"),
        optional(account, "clientId").map(UUID::fromString).orElse(null),
        optional(account, "branch").orElse(null),
        text(account, "currency"));
  }

  private static String text(JsonNode object, String member) {
    return optional(object, member)
        .orElseThrow(() -> new AccountCallFailed("the account context's answer has no " + member));
  }

  private static Optional<String> optional(JsonNode object, String member) {
    return Optional.ofNullable(object.path(member).textValue());
  }
}
