package org.corridor.transaction.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.corridor.transaction.application.BatchOutcome;
import org.corridor.transaction.application.BatchOutcome.KeyInUse;
import org.corridor.transaction.application.BatchOutcome.KeyReused;
import org.corridor.transaction.application.BatchOutcome.Made;
import org.corridor.transaction.application.BatchOutcome.Refused;
import org.corridor.transaction.domain.TransferBatch;
import org.corridor.transaction.domain.TransferBatch.Item;
import org.corridor.transaction.domain.TransferBatch.Status;
import org.corridor.web.http.Later;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.Problem.Fault;

/** How outcomes of batches look from outside. */
@ApplicationScoped
public class BatchAnswers {

  private static final int UNPROCESSABLE = 422;

  @Resource private ManagedExecutorService threads;

  /** To be called last in an operation. */
  CompletionStage<Response> when(CompletionStage<BatchOutcome> outcome, UriInfo uri) {
    var batches = uri.getBaseUriBuilder().path("transfer-batches").build();
    return Later.answer(
        outcome,
        threads,
        (result, failure) -> failure == null ? of(result, batches) : Failures.of(failure));
  }

  /** 201 if the ledger has answered, 202 if not yet, a problem if it is refused as a whole. */
  static Response of(BatchOutcome outcome, URI batches) {
    if (outcome instanceof Made made) {
      return made(made, batches);
    }
    if (outcome instanceof Refused refused) {
      return refused(
              refused.faults().stream()
                  .map(fault -> fault(fault.pointer(), fault.code(), fault.detail()))
                  .toList())
          .toResponse();
    }
    if (outcome instanceof KeyReused) {
      return Idempotency.reused().toResponse();
    }
    if (outcome instanceof KeyInUse) {
      return Idempotency.stillRunning().toResponse();
    }
    throw new IllegalStateException("an outcome without an answer: " + outcome.getClass());
  }

  private static Response made(Made made, URI batches) {
    var batch = made.batch();
    var answer =
        batch.status() == Status.REFUSED
            ? Response.fromResponse(refused(faults(batch)).toResponse())
            : Response.status(batch.status() == Status.COMPLETED ? 201 : 202)
                .entity(TransferBatchView.of(batch));
    if (made.replayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.location(URI.create(batches + "/" + batch.id())).build();
  }

  private static Problem refused(List<Fault> faults) {
    return Problem.of(
        UNPROCESSABLE,
        "batch-refused",
        "Not all of these transfers are possible, so none was made.",
        faults);
  }

  /** Those that the ledger refused, not those that could have been. */
  private static List<Fault> faults(TransferBatch batch) {
    var faults = new ArrayList<Fault>();
    for (var nth = 0; nth < batch.items().size(); nth++) {
      Item item = batch.items().get(nth);
      if (item.fault() != null && !item.fault().code().equals("batch-refused")) {
        faults.add(fault("/transfers/" + nth, item.fault().code(), item.fault().detail()));
      }
    }
    return faults;
  }

  /** A fault has no code of its own in a problem, so the detail begins with it. */
  private static Fault fault(String pointer, String code, String detail) {
    return new Fault(pointer, code + ": " + detail);
  }
}
