package org.corridor.transaction.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.transaction.application.file.FileOutcome;
import org.corridor.transaction.application.file.FileOutcome.KeyInUse;
import org.corridor.transaction.application.file.FileOutcome.KeyReused;
import org.corridor.transaction.application.file.FileOutcome.Malformed;
import org.corridor.transaction.application.file.FileOutcome.Taken;
import org.corridor.transaction.application.file.FileOutcome.TooBusy;
import org.corridor.transaction.application.file.FileSteering;
import org.corridor.transaction.application.file.FileSteering.AlreadyDone;
import org.corridor.transaction.application.file.FileSteering.Steered;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.problem.Problem;
import org.corridor.web.problem.Problem.Fault;

/** How outcomes of files look from outside. */
final class FileAnswers {

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int SOON = 1;

  private FileAnswers() {}

  /** 202: it is kept, and will be paid. */
  static Response of(FileOutcome outcome, UriInfo uri) {
    if (outcome instanceof Taken taken) {
      return taken(taken, uri);
    }
    if (outcome instanceof Malformed malformed) {
      return malformed(malformed).toResponse();
    }
    if (outcome instanceof KeyReused) {
      return Idempotency.reused().toResponse();
    }
    if (outcome instanceof KeyInUse) {
      return Idempotency.stillRunning().toResponse();
    }
    if (outcome instanceof TooBusy) {
      var problem = Problem.of(503, "too-busy", "Too many files come in now; nothing was done.");
      return Response.fromResponse(problem.toResponse())
          .header(HttpHeaders.RETRY_AFTER, SOON)
          .build();
    }
    throw new IllegalStateException("an outcome without an answer: " + outcome.getClass());
  }

  private static Response taken(Taken taken, UriInfo uri) {
    var location =
        uri.getBaseUriBuilder().path("transfer-files").path(taken.file().id().toString()).build();
    var answer = Response.accepted(TransferFileView.of(taken.file())).location(location);
    if (taken.replayed()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.build();
  }

  private static Problem malformed(Malformed malformed) {
    return Problem.of(
        BAD_REQUEST,
        "malformed-file",
        "The file cannot be taken; nothing of it was.",
        malformed.faults().stream()
            .map(fault -> new Fault(fault.where(), fault.detail()))
            .toList());
  }

  /** 200, whether it stood so before or not. */
  static Response of(FileSteering steering) {
    if (steering instanceof Steered steered) {
      return Response.ok(TransferFileView.of(steered.file())).build();
    }
    if (steering instanceof AlreadyDone) {
      return Problem.of(CONFLICT, "transfer-file-done", "Every transfer of it has its result.")
          .toResponse();
    }
    return notFound();
  }

  static Response notFound() {
    return Problem.notFound("file").toResponse();
  }
}
