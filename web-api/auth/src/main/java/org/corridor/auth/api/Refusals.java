package org.corridor.auth.api;

import org.corridor.auth.application.Refusal;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;

/** Refusals as problems. */
final class Refusals {

  private static final int CONFLICT = 409;

  private Refusals() {}

  static Problem problem(Refusal refusal) {
    if (refusal instanceof Refusal.NotFound missing) {
      return Problem.notFound(missing.what());
    }
    if (refusal instanceof Refusal.Forbidden forbidden) {
      return Problem.forbidden(forbidden.detail());
    }
    if (refusal instanceof Refusal.Conflict conflict) {
      return Problem.of(CONFLICT, conflict.code(), conflict.detail());
    }
    if (refusal instanceof Refusal.AgainstRule rule) {
      return Problem.refused(rule.code(), rule.detail());
    }
    return ETags.stale();
  }
}
