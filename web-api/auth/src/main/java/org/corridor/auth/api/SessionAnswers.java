package org.corridor.auth.api;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.SignOut;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;

/** The same for one's own sign-ins and for those of others. */
final class SessionAnswers {

  private final SignOut signingOut;

  SessionAnswers(SignOut signingOut) {
    this.signingOut = signingOut;
  }

  Response list(UUID userId, Caller caller) {
    var outcome = signingOut.list(userId, caller);
    return outcome instanceof Outcome.Done<SignOut.SignIns> done
        ? Response.ok(SessionPage.of(done.value())).build()
        : refused(outcome);
  }

  Response end(UUID userId, String session, Caller caller) {
    var trail = Trail.of(Correlation.currentId());
    var outcome = signingOut.one(userId, Parameters.userId(session), caller, trail);
    return outcome instanceof Outcome.Done ? Response.noContent().build() : refused(outcome);
  }

  Response endAll(UUID userId, Caller caller) {
    var outcome = signingOut.everywhere(userId, caller, Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Done ? Response.noContent().build() : refused(outcome);
  }

  /** A machine has no sign-ins. */
  static UUID oneself(Caller caller) {
    return Parameters.userId(caller.subject());
  }

  private static <T> Response refused(Outcome<T> outcome) {
    return Refusals.problem(((Outcome.Refused<T>) outcome).refusal()).toResponse();
  }
}
