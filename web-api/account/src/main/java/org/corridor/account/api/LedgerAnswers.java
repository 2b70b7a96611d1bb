package org.corridor.account.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.account.domain.ledger.Outcome.Refused;
import org.corridor.web.http.Later;

/**
 * Answers when the ledger does. Meanwhile no thread is held; the answer is made and sent by a
 * thread of the container, never by the poster's.
 */
@ApplicationScoped
public class LedgerAnswers {

  @Resource private ManagedExecutorService threads;

  /**
   * To be called last in an operation: its thread forgets the request.
   *
   * @param done the answer to an outcome that is no refusal
   */
  CompletionStage<Response> when(
      CompletableFuture<Outcome> outcome, Function<Outcome, Response> done) {
    return Later.answer(outcome, threads, (result, failure) -> answer(result, failure, done));
  }

  private static Response answer(
      Outcome outcome, Throwable failure, Function<Outcome, Response> done) {
    if (failure != null) {
      return Refusals.of(failure);
    }
    return outcome instanceof Refused refused
        ? Refusals.of(refused.refusal()).toResponse()
        : done.apply(outcome);
  }
}
