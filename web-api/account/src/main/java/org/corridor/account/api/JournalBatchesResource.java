package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.corridor.account.application.AccountAccess;
import org.corridor.account.application.PostJournal;
import org.corridor.account.domain.ledger.Outcome.BatchDecided;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.LargeBody;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many journals in one request. */
@Path("/journal-batches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class JournalBatchesResource {

  private final PostJournal posting;
  private final LedgerAnswers answers;

  @Inject
  public JournalBatchesResource(PostJournal posting, LedgerAnswers answers) {
    this.posting = posting;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected JournalBatchesResource() {
    this(null, null);
  }

  @POST
  @LargeBody
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("ledger:post")
  @Operation(
      operationId = "postJournals",
      summary = "Posts up to 5,000 journals, each by itself or all or none",
      description =
          "They are posted in their order, with nothing in between, in one database transaction."
              + " Each has an id of the caller's, as a journal that is put alone has: sent again,"
              + " what was posted is answered alike and not posted again. With ALL_OR_NOTHING, if"
              + " one is refused none is posted; those that could have been are answered with"
              + " batch-refused. The body has at most 4 MiB. Permission: ledger:post, for machine"
              + " clients that are bound to no branch. Problems: malformed-request, body-too-large,"
              + " forbidden, ledger-busy, ledger-unavailable, outcome-unknown. Codes of results:"
              + " those of postJournal, and batch-refused.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = JournalBatchForm.class),
              examples = @ExampleObject(name = "two transfers", value = Examples.JOURNAL_BATCH)))
  @APIResponse(
      responseCode = "200",
      description = "What became of each, also if none was posted.",
      content = @Content(schema = @Schema(implementation = JournalBatchView.class)))
  public CompletionStage<Response> post(JournalBatchForm form, @Context SecurityContext security) {
    if (!AccountAccess.mayPost(Callers.of(security))) {
      return CompletableFuture.completedFuture(Refusals.boundPoster().toResponse());
    }
    var batch = form.toBatch(Correlation.currentId());
    return answers.when(
        posting.postAll(batch),
        outcome -> Response.ok(JournalBatchView.of(batch, (BatchDecided) outcome)).build());
  }
}
