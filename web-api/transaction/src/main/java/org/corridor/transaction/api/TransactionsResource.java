package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.transaction.api.TransitionView.History;
import org.corridor.transaction.application.ReadTransactions;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.TransactionQuery;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Status;
import org.corridor.transaction.domain.Transaction;
import org.corridor.web.http.Queries;
import org.corridor.web.paging.Page;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transactions of every kind: finding them, and their history. */
@Path("/transactions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transactions")
@SecurityRequirement(name = "bearer")
public class TransactionsResource {

  private final ReadTransactions reading;

  @Inject
  public TransactionsResource(ReadTransactions reading) {
    this.reading = reading;
  }

  /** For the container's proxy. */
  protected TransactionsResource() {
    this(null);
  }

  @GET
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "listTransactions",
      summary = "Lists transactions",
      description =
          "The newest first, a page at a time. Permission: transactions:read; a customer sees what"
              + " its accounts paid, and what has reached them; who is bound to a branch sees what"
              + " touches the accounts of that branch. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = TransactionPage.class)))
  public Response list(
      @Parameter(
              description = "On either side.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @QueryParam("accountId")
          String accountId,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "CREATED",
                        "AWAITING_APPROVAL",
                        "APPROVED",
                        "UNKNOWN",
                        "PAID",
                        "DECLINED",
                        "CANCELLED",
                        "EXPIRED",
                        "REVERSED"
                      }))
          @QueryParam("status")
          String status,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL", "REVERSAL"}))
          @QueryParam("kind")
          String kind,
      @Parameter(
              description = "Made at that instant or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("from")
          String from,
      @Parameter(
              description = "Made before that instant.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("to")
          String to,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var size = Page.limit(limit);
    var query =
        new TransactionQuery(
            TransactionAccess.reach(caller),
            Queries.id("accountId", accountId),
            Queries.choice("status", status, Status.class),
            Queries.choice("kind", kind, Kind.class),
            Queries.instant("from", from),
            Queries.instant("to", to),
            Page.id(cursor));
    return Page.of(reading.list(query, size + 1), size, (Transaction t) -> t.id().toString())
        .map(found -> TransactionView.of(found, caller))
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readTransaction",
      summary = "Reads a transaction",
      description =
          "Permission: transactions:read; what a caller may not see, as told at the list, is not"
              + " found. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The transaction; ETag is its version.",
      content = @Content(schema = @Schema(implementation = TransactionView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    var caller = Callers.of(security);
    return reading
        .find(caller, id)
        .map(found -> Answers.found(found, caller))
        .orElseGet(() -> Answers.notFound().toResponse());
  }

  @GET
  @Path("/{id}/history")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readTransactionHistory",
      summary = "Tells every transition of a transaction",
      description = "Oldest first. Permission: transactions:read. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The history.",
      content = @Content(schema = @Schema(implementation = History.class)))
  public Response history(@PathParam("id") UUID id, @Context SecurityContext security) {
    var caller = Callers.of(security);
    return reading
        .history(caller, id)
        .map(transitions -> Response.ok(History.of(transitions, caller)).build())
        .orElseGet(() -> Answers.notFound().toResponse());
  }
}
