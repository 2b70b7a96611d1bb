package org.corridor.transaction.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.web.http.Later;

/** Answers when the money has moved, or has not. */
@ApplicationScoped
public class MoveAnswers {

  @Resource private ManagedExecutorService threads;

  /** To be called last in an operation. */
  CompletionStage<Response> when(CompletionStage<MoveOutcome> outcome, Caller caller, UriInfo uri) {
    var transactions = Answers.transactions(uri);
    return Later.answer(
        outcome,
        threads,
        (result, failure) ->
            failure == null ? Answers.made(result, caller, transactions) : Failures.of(failure));
  }
}
