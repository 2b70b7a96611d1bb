package org.corridor.notification.api;

import jakarta.ws.rs.core.Response;
import org.corridor.notification.application.PreferencesOutcome;
import org.corridor.notification.application.PreferencesOutcome.Found;
import org.corridor.notification.application.PreferencesOutcome.NotOffered;
import org.corridor.notification.application.PreferencesOutcome.Stale;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;

/** How outcomes look from outside. */
final class PreferencesAnswers {

  private PreferencesAnswers() {}

  static Response of(PreferencesOutcome outcome) {
    if (outcome instanceof Found found) {
      return Response.ok(PreferencesView.of(found.preferences()))
          .tag(ETags.of(found.preferences().version()))
          .build();
    }
    if (outcome instanceof Stale) {
      return ETags.stale().toResponse();
    }
    if (outcome instanceof NotOffered refused) {
      return Problem.refused(
              "channel-not-offered",
              "Nothing can be sent through " + refused.channels() + " here; see /channels.")
          .toResponse();
    }
    return Problem.notFound("client").toResponse();
  }
}
