package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.corridor.transaction.application.TransferTogether;
import org.corridor.web.http.LargeBody;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many transfers in one request. */
@Path("/transfer-batches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
@SecurityRequirement(name = "bearer")
public class TransferBatchesResource {

  private final TransferTogether transfers;
  private final BatchAnswers answers;

  @Inject
  public TransferBatchesResource(TransferTogether transfers, BatchAnswers answers) {
    this.transfers = transfers;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected TransferBatchesResource() {
    this(null, null);
  }

  @POST
  @LargeBody
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "transferMoneyTogether",
      summary = "Makes up to 5,000 transfers, each by itself or all or none",
      description =
          "By the rules of single transfers. With EACH, every transfer has its own result; one above"
              + " a limit of approval awaits it. With ALL_OR_NOTHING nothing moves unless all can:"
              + " what needs approval is then refused (approval-required). A request is answered"
              + " once, whatever the results. The body has at most 4 MiB. Permission:"
              + " transactions:create. Problems: malformed-request, body-too-large,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused,"
              + " idempotency-key-in-use, batch-refused, ledger-unavailable, too-busy,"
              + " database-unavailable, outcome-unknown. Codes of results, and of the faults of"
              + " batch-refused: those of transferMoney, approval-required, batch-refused.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = TransferBatchRequest.class),
              examples = @ExampleObject(name = "two transfers", value = Examples.TRANSFER_BATCH)))
  @APIResponse(
      responseCode = "201",
      description = "Closed; each transfer has its result. Location says where the batch is.",
      content = @Content(schema = @Schema(implementation = TransferBatchView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "Not closed yet, because the ledger did not answer; it will be asked until it does. Ask for"
              + " the batch at Location.",
      content = @Content(schema = @Schema(implementation = TransferBatchView.class)))
  public CompletionStage<Response> transfer(
      @Parameter(required = true, description = "Unique for each batch.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      TransferBatchRequest batch,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var request = Requests.of(Callers.of(security), key, uri, batch);
    return answers.when(transfers.transfer(request, batch.mode(), batch.toTransfers()), uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readTransferBatch",
      summary = "Reads a batch and the results of its transfers",
      description =
          "One's own; staff of no branch reads all. Permission: transactions:read. Problems:"
              + " not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The batch.",
      content = @Content(schema = @Schema(implementation = TransferBatchView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    return transfers
        .find(Callers.of(security), id)
        .map(batch -> Response.ok(TransferBatchView.of(batch)).build())
        .orElseGet(() -> Problem.notFound("batch").toResponse());
  }
}
