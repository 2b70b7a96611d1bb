package org.corridor.transaction.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.corridor.kernel.Caller;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.payment.PaymentOutcome;
import org.corridor.transaction.application.payment.PaymentOutcome.Made;
import org.corridor.transaction.application.payment.PaymentOutcome.Stopped;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;

/** How payments look from outside. */
final class PaymentAnswers {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private PaymentAnswers() {}

  /** To a request for one: what becomes of it is to be asked for at Location. */
  static Response made(PaymentOutcome outcome, Caller caller, UriInfo uri) {
    if (!(outcome instanceof Made made)) {
      return stopped(outcome);
    }
    var answer = view(ACCEPTED, made.payment(), caller).location(location(made.payment(), uri));
    if (made.replayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.build();
  }

  /** To a wish to cancel it. */
  static Response cancelled(PaymentOutcome outcome, Caller caller, UriInfo uri) {
    if (!(outcome instanceof Made made)) {
      return stopped(outcome);
    }
    var payment = made.payment();
    var status = payment.status() == PaymentStatus.CANCELLED ? OK : ACCEPTED;
    return view(status, payment, caller).location(location(payment, uri)).build();
  }

  static Response found(Payment payment, Caller caller) {
    return view(OK, payment, caller).build();
  }

  static Problem notFound() {
    return Problem.notFound("payment");
  }

  private static Response.ResponseBuilder view(int status, Payment payment, Caller caller) {
    return Response.status(status)
        .entity(PaymentView.of(payment, caller))
        .tag(ETags.of(payment.version()));
  }

  private static Response stopped(PaymentOutcome outcome) {
    var why = ((Stopped) outcome).why();
    var problem = why instanceof MoveOutcome.NotFound ? notFound() : Answers.problem(why);
    return problem.toResponse();
  }

  private static URI location(Payment payment, UriInfo uri) {
    return uri.getBaseUriBuilder().path("payments").path(payment.id().toString()).build();
  }
}
