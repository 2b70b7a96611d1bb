package org.corridor.transaction.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.corridor.transaction.application.LimitOutcome;
import org.corridor.transaction.application.LimitOutcome.Changed;
import org.corridor.transaction.application.LimitOutcome.Contradictory;
import org.corridor.transaction.application.LimitOutcome.Created;
import org.corridor.transaction.application.LimitOutcome.Found;
import org.corridor.transaction.application.LimitOutcome.None;
import org.corridor.transaction.application.LimitOutcome.NotForBranches;
import org.corridor.transaction.application.LimitOutcome.Stale;
import org.corridor.transaction.domain.Limit.Contradiction;
import org.corridor.transaction.domain.LimitSetting;
import org.corridor.web.http.ETags;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.Problem.Fault;

/** How outcomes about limits look from outside. */
final class LimitAnswers {

  private LimitAnswers() {}

  static Response of(LimitOutcome outcome) {
    if (outcome instanceof Found found) {
      return setting(200, found.setting());
    }
    if (outcome instanceof Changed changed) {
      return setting(200, changed.setting());
    }
    if (outcome instanceof Created created) {
      return setting(201, created.setting());
    }
    return problem(outcome).toResponse();
  }

  private static Response setting(int status, LimitSetting setting) {
    return Response.status(status)
        .entity(LimitSettingView.of(setting))
        .tag(ETags.of(setting.version()))
        .build();
  }

  private static Problem problem(LimitOutcome outcome) {
    if (outcome instanceof None) {
      return Problem.notFound("limit");
    }
    if (outcome instanceof Stale) {
      return ETags.stale();
    }
    if (outcome instanceof NotForBranches) {
      return Problem.forbidden("Limits are the organisation's, not a branch's.");
    }
    if (outcome instanceof Contradictory contradictory) {
      return Problem.of(
          422, "limit-contradictory", "The limit contradicts itself.", faults(contradictory));
    }
    throw new IllegalStateException("an outcome without an answer: " + outcome.getClass());
  }

  private static List<Fault> faults(Contradictory outcome) {
    return outcome.contradictions().stream().map(LimitAnswers::fault).toList();
  }

  private static Fault fault(Contradiction contradiction) {
    return switch (contradiction) {
      case NOTHING_MAY_MOVE -> new Fault("/perTransaction/amount", "must be more than zero");
      case DAY_BELOW_TRANSACTION ->
          new Fault("/perAccountAndDay/amount", "must not be less than perTransaction");
      case APPROVAL_BELOW_ZERO -> new Fault("/approvalAbove/amount", "must not be negative");
      case APPROVAL_OUT_OF_REACH ->
          new Fault("/approvalAbove/amount", "must not be more than perTransaction");
    };
  }
}
