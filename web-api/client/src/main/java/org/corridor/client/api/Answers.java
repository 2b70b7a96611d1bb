package org.corridor.client.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.corridor.client.application.ChangeResult;
import org.corridor.client.application.ChangeResult.Done;
import org.corridor.client.application.ChangeResult.NotFound;
import org.corridor.client.application.ChangeResult.Refused;
import org.corridor.client.application.ChangeResult.Stale;
import org.corridor.client.domain.Client;
import org.corridor.client.domain.ClientOutcome.BornInTheFuture;
import org.corridor.client.domain.ClientOutcome.KindIsFixed;
import org.corridor.client.domain.ClientOutcome.MakerMayNotDecide;
import org.corridor.client.domain.ClientOutcome.Refusal;
import org.corridor.client.domain.ClientOutcome.WrongKycStatus;
import org.corridor.client.domain.ClientOutcome.WrongStatus;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;

/** How outcomes look from outside. */
final class Answers {

  private Answers() {}

  static Response found(Client client) {
    return Response.ok(ClientView.of(client)).tag(ETags.of(client.version())).build();
  }

  static Response changed(ChangeResult result) {
    return result instanceof Done done ? found(done.client()) : problem(result).toResponse();
  }

  static Problem notFound() {
    return Problem.notFound("client");
  }

  /** Of every result but {@link Done}. */
  static Problem problem(ChangeResult result) {
    if (result instanceof NotFound) {
      return notFound();
    }
    if (result instanceof Stale) {
      return ETags.stale();
    }
    if (result instanceof Refused refused) {
      return problem(refused.refusal());
    }
    return Problem.forbidden("You register clients at your own branch only.");
  }

  private static Problem problem(Refusal refusal) {
    if (refusal instanceof WrongStatus wrong) {
      return Problem.refused(
          "wrong-client-status", "A client that is " + wrong.status() + " does not allow this.");
    }
    if (refusal instanceof WrongKycStatus wrong) {
      return Problem.refused(
          "wrong-kyc-status", "A KYC that is " + wrong.status() + " does not allow this.");
    }
    if (refusal instanceof KindIsFixed fixed) {
      return Problem.refused(
          "client-kind-fixed", "A client of kind " + fixed.kind() + " remains one.");
    }
    if (refusal instanceof MakerMayNotDecide) {
      return Problem.of(
          403,
          "maker-may-not-decide",
          "Who registered, changed or submitted a client may not decide its KYC.");
    }
    if (refusal instanceof BornInTheFuture) {
      return Problem.of(
          400,
          "malformed-request",
          "The request is malformed.",
          List.of(new Problem.Fault("/individual/birthDate", "must not be in the future")));
    }
    throw new IllegalStateException("a refusal without an answer: " + refusal.getClass());
  }
}
