package org.corridor.web.problem;

import jakarta.ws.rs.WebApplicationException;

/** Carries a problem out of a resource. */
public final class ProblemException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  ProblemException(Problem problem) {
    super(problem.code(), problem.toResponse());
  }
}
