package org.corridor.notification.api;

import jakarta.ws.rs.core.SecurityContext;
import org.corridor.notification.application.NotificationAccess;
import org.corridor.notification.domain.Recipient;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;

/** Whom the caller is told as. */
final class Recipients {

  private Recipients() {}

  /**
   * @throws org.corridor.web.problem.ProblemException if the caller is a machine
   */
  static Recipient own(SecurityContext security) {
    return NotificationAccess.own(Callers.of(security))
        .orElseThrow(
            () ->
                Problem.refused(
                        "no-recipient", "A machine client is nobody who could be told anything.")
                    .toException());
  }
}
