package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.corridor.account.application.AccountAccess;
import org.corridor.account.application.PostJournal;
import org.corridor.account.application.ReadJournal;
import org.corridor.account.domain.ledger.Outcome;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.problem.Problem;
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

/** Journals: what moves money. */
@Path("/journals/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@SecurityRequirement(name = "bearer")
public class JournalResource {

  private final PostJournal posting;
  private final ReadJournal reading;
  private final LedgerAnswers answers;

  @Inject
  public JournalResource(PostJournal posting, ReadJournal reading, LedgerAnswers answers) {
    this.posting = posting;
    this.reading = reading;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected JournalResource() {
    this(null, null, null);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("ledger:post")
  @Operation(
      operationId = "postJournal",
      summary = "Posts a journal: all legs or none",
      description =
          "The id is the caller's, a UUIDv7: put again with the same content, it is posted once and"
              + " answered alike. A refusal is not remembered: the same may pass later. Permission:"
              + " ledger:post, for machine clients that are bound to no branch. Problems:"
              + " malformed-request, forbidden, posting-malformed, unbalanced-posting,"
              + " posting-id-reused, unknown-account, account-not-open, currency-mismatch,"
              + " insufficient-funds, ceiling-exceeded, unknown-hold, hold-not-active,"
              + " hold-amount-exceeded, unknown-journal, already-reversed, not-a-reversal-of,"
              + " ledger-busy, ledger-unavailable, outcome-unknown.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = JournalForm.class),
              examples = {
                @ExampleObject(name = "transfer", value = Examples.TRANSFER),
                @ExampleObject(name = "reversal", value = Examples.REVERSAL)
              }))
  @APIResponse(
      responseCode = "201",
      description = "Posted.",
      content = @Content(schema = @Schema(implementation = PostedView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Posted before; the same answer.",
      content = @Content(schema = @Schema(implementation = PostedView.class)))
  public CompletionStage<Response> post(
      @PathParam("id") UUID id,
      JournalForm form,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    if (!AccountAccess.mayPost(Callers.of(security))) {
      return CompletableFuture.completedFuture(Refusals.boundPoster().toResponse());
    }
    var location = uri.getAbsolutePath();
    return answers.when(
        posting.post(form.toPosting(id, Correlation.currentId())),
        outcome -> {
          var posted = (Outcome.Posted) outcome;
          var response = posted.replayed() ? Response.ok() : Response.created(location);
          return response.entity(PostedView.of(posted)).build();
        });
  }

  @GET
  @RequiresPermission("ledger:read")
  @Operation(
      operationId = "readJournal",
      summary = "Reads a journal",
      description =
          "Permission: ledger:read; who is bound to a branch reads journals on accounts of that"
              + " branch alone. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The journal.",
      content = @Content(schema = @Schema(implementation = JournalView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return reading
        .byId(Callers.of(security), id)
        .map(journal -> Response.ok(JournalView.of(journal)).build())
        .orElseGet(() -> Problem.notFound("journal").toResponse());
  }
}
