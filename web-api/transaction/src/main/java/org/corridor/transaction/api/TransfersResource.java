package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.corridor.transaction.application.TransferMoney;
import org.corridor.web.idempotency.Idempotency;
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

/** Transfers between accounts. */
@Path("/transfers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transfers")
@SecurityRequirement(name = "bearer")
public class TransfersResource {

  private final TransferMoney transfers;
  private final MoveAnswers answers;

  @Inject
  public TransfersResource(TransferMoney transfers, MoveAnswers answers) {
    this.transfers = transfers;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected TransfersResource() {
    this(null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "transferMoney",
      summary = "Transfers money between two accounts",
      description =
          "From an account of the caller's (a customer's own, or one of a teller's branch) to any"
              + " active account. Permission: transactions:create. Problems: malformed-request,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused,"
              + " idempotency-key-in-use, amount-not-positive, same-account, unknown-account,"
              + " currency-mismatch, currency-not-supported,"
              + " transaction-limit-exceeded, daily-limit-exceeded, ledger-unavailable, too-busy, database-unavailable, outcome-unknown; and if the"
              + " ledger declines (then Location names the transaction): insufficient-funds,"
              + " ceiling-exceeded, account-not-open.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = TransferRequest.class),
              examples = {
                @ExampleObject(name = "by id", value = Examples.TRANSFER),
                @ExampleObject(name = "by number", value = Examples.TRANSFER_BY_NUMBER)
              }))
  @APIResponse(
      responseCode = "201",
      description = "Paid; Location says where the transaction is.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @APIResponse(
      responseCode = "202",
      description =
          "Not paid yet: AWAITING_APPROVAL; UNKNOWN because the ledger did not answer, or CREATED"
              + " because its answer is not written yet. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public CompletionStage<Response> transfer(
      @Parameter(required = true, description = "Unique for each transfer.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      TransferRequest transfer,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = Requests.of(caller, key, uri, transfer);
    return answers.when(transfers.transfer(request, transfer.toTransfer()), caller, uri);
  }
}
