package org.corridor.web.http;

import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.corridor.web.correlation.Correlation;

/** Answers that are made when something has come about; meanwhile no thread is held. */
public final class Later {

  private Later() {}

  /**
   * To be called last in an operation: its thread forgets the request.
   *
   * @param threads of the container, which make and send the answer: the thread that brings the
   *     outcome has other things to do
   * @param answer to the outcome, or to the failure that came instead
   */
  public static <T> CompletionStage<Response> answer(
      CompletionStage<T> outcome, Executor threads, BiFunction<T, Throwable, Response> answer) {
    var request = Correlation.currentId();
    var response =
        outcome.handleAsync(
            (result, failure) ->
                Correlation.within(request, () -> answer.apply(result, cause(failure))),
            threads);
    Correlation.leaveThread();
    return response;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
