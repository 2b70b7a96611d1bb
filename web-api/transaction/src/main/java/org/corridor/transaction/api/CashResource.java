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
import org.corridor.transaction.application.HandleCash;
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

/** Cash at the counters of the branches. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cash")
@SecurityRequirement(name = "bearer")
public class CashResource {

  private static final String PROBLEMS =
      " Permission: transactions:cash; customers are refused. Problems: malformed-request,"
          + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused,"
          + " idempotency-key-in-use, forbidden, branch-required, no-cash-account,"
          + " amount-not-positive, unknown-account, currency-mismatch,"
          + " currency-not-supported, transaction-limit-exceeded, daily-limit-exceeded,"
          + " ledger-unavailable, too-busy, database-unavailable, outcome-unknown; and if the ledger declines (then Location names the"
          + " transaction): insufficient-funds, ceiling-exceeded, account-not-open.";

  private final HandleCash cash;
  private final MoveAnswers answers;

  @Inject
  public CashResource(HandleCash cash, MoveAnswers answers) {
    this.cash = cash;
    this.answers = answers;
  }

  /** For the container's proxy. */
  protected CashResource() {
    this(null, null);
  }

  @POST
  @Path("deposits")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:cash")
  @Operation(
      operationId = "depositCash",
      summary = "Takes cash in for an account",
      description = "Against the cash account of the caller's branch." + PROBLEMS)
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = CashRequest.class),
              examples = @ExampleObject(name = "deposit", value = Examples.CASH)))
  @APIResponse(
      responseCode = "201",
      description = "Paid; Location says where the transaction is.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Not paid yet: AWAITING_APPROVAL or UNKNOWN. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public CompletionStage<Response> deposit(
      @Parameter(required = true, description = "Unique for each deposit.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      CashRequest deposit,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = Requests.of(caller, key, uri, deposit);
    return answers.when(cash.deposit(request, deposit.toCash()), caller, uri);
  }

  @POST
  @Path("withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:cash")
  @Operation(
      operationId = "withdrawCash",
      summary = "Pays cash out from an account",
      description = "Against the cash account of the caller's branch." + PROBLEMS)
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = CashRequest.class),
              examples = @ExampleObject(name = "withdrawal", value = Examples.CASH)))
  @APIResponse(
      responseCode = "201",
      description = "Paid; Location says where the transaction is.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Not paid yet: AWAITING_APPROVAL or UNKNOWN. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public CompletionStage<Response> withdraw(
      @Parameter(required = true, description = "Unique for each withdrawal.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      CashRequest withdrawal,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = Requests.of(caller, key, uri, withdrawal);
    return answers.when(cash.withdraw(request, withdrawal.toCash()), caller, uri);
  }
}
