package org.corridor.transaction.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Conflict;
import org.corridor.transaction.application.MoveOutcome.Forbidden;
import org.corridor.transaction.application.MoveOutcome.KeyInUse;
import org.corridor.transaction.application.MoveOutcome.KeyReused;
import org.corridor.transaction.application.MoveOutcome.Made;
import org.corridor.transaction.application.MoveOutcome.NotFound;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.web.http.ETags;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.Problem.Fault;

/** How outcomes look from outside. */
final class Answers {

  private static final int UNPROCESSABLE = 422;

  private Answers() {}

  /** To a request that makes a transaction: 201 if paid, 202 if not yet, a problem if declined. */
  static Response made(MoveOutcome outcome, Caller caller, URI transactions) {
    if (!(outcome instanceof Made made)) {
      return problem(outcome).toResponse();
    }
    var transaction = made.transaction();
    var answer =
        transaction.status() == Status.DECLINED
            ? declined(transaction)
            : Response.status(transaction.status() == Status.PAID ? 201 : 202)
                .entity(TransactionView.of(transaction, caller))
                .tag(ETags.of(transaction.version()));
    if (made.replayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.location(location(transaction, transactions)).build();
  }

  /** To a decision: it was taken, whatever the ledger then said. */
  static Response decided(MoveOutcome outcome, Caller caller, UriInfo uri) {
    if (!(outcome instanceof Made made)) {
      return problem(outcome).toResponse();
    }
    var transaction = made.transaction();
    return Response.status(transaction.status().awaitsLedger() ? 202 : 200)
        .entity(TransactionView.of(transaction, caller))
        .tag(ETags.of(transaction.version()))
        .location(location(transaction, transactions(uri)))
        .build();
  }

  static Response found(Transaction transaction, Caller caller) {
    return Response.ok(TransactionView.of(transaction, caller))
        .tag(ETags.of(transaction.version()))
        .build();
  }

  static Problem notFound() {
    return Problem.notFound("transaction");
  }

  private static Response.ResponseBuilder declined(Transaction transaction) {
    var refusal = transaction.refusal().orElseThrow();
    return Response.fromResponse(Problem.refused(refusal.code(), refusal.detail()).toResponse());
  }

  static Problem problem(MoveOutcome outcome) {
    if (outcome instanceof Refused refused) {
      return Problem.of(UNPROCESSABLE, refused.code(), refused.detail(), faults(refused));
    }
    if (outcome instanceof Forbidden forbidden) {
      return Problem.forbidden(forbidden.detail());
    }
    if (outcome instanceof Conflict conflict) {
      return Problem.of(409, conflict.code(), conflict.detail());
    }
    if (outcome instanceof NotFound) {
      return notFound();
    }
    if (outcome instanceof KeyReused) {
      return Idempotency.reused();
    }
    if (outcome instanceof KeyInUse) {
      return Idempotency.stillRunning();
    }
    throw new IllegalStateException("an outcome without an answer: " + outcome.getClass());
  }

  private static List<Fault> faults(Refused refused) {
    return refused.pointer() == null
        ? List.of()
        : List.of(new Fault(refused.pointer(), refused.detail()));
  }

  /** Where all transactions are. */
  static URI transactions(UriInfo uri) {
    return uri.getBaseUriBuilder().path("transactions").build();
  }

  private static URI location(Transaction transaction, URI transactions) {
    return URI.create(transactions + "/" + transaction.id());
  }
}
