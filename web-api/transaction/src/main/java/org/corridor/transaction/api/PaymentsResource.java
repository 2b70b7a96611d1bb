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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.corridor.transaction.api.PaymentView.History;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.application.payment.CancelPayment;
import org.corridor.transaction.application.payment.MakePayment;
import org.corridor.transaction.application.payment.PaymentQuery;
import org.corridor.transaction.application.payment.ReadPayments;
import org.corridor.transaction.domain.payment.Payment;
import org.corridor.transaction.domain.payment.PaymentStatus;
import org.corridor.web.http.Queries;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.paging.Page;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments to accounts at other banks. */
@Path("/payments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
@SecurityRequirement(name = "bearer")
public class PaymentsResource {

  private final MakePayment making;
  private final CancelPayment cancelling;
  private final ReadPayments reading;

  @Inject
  public PaymentsResource(MakePayment making, CancelPayment cancelling, ReadPayments reading) {
    this.making = making;
    this.cancelling = cancelling;
    this.reading = reading;
  }

  /** For the container's proxy. */
  protected PaymentsResource() {
    this(null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "makePayment",
      summary = "Pays to an account at another bank",
      description =
          "From an account of the caller's (a customer's own, or one of a teller's branch). The"
              + " money is set aside, a processor pays, and it is booked; all of that after the"
              + " answer. Payments count as transfers do against the limits. Permission:"
              + " transactions:create. Problems: malformed-request, idempotency-key-required,"
              + " idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use,"
              + " amount-not-positive, unknown-account, currency-mismatch, currency-not-supported,"
              + " transaction-limit-exceeded, daily-limit-exceeded, approval-not-possible,"
              + " unknown-country, iban-invalid, iban-required, bic-invalid, bic-required,"
              + " bic-does-not-fit, rail-not-available, ledger-unavailable.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = PaymentRequest.class),
              examples = {
                @ExampleObject(name = "SEPA", value = PaymentExamples.SEPA),
                @ExampleObject(name = "SWIFT", value = PaymentExamples.SWIFT)
              }))
  @APIResponse(
      responseCode = "202",
      description = "Taken on. What becomes of it is told at Location.",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  public Response pay(
      @Parameter(required = true, description = "Unique for each payment.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      PaymentRequest payment,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var request = Requests.of(caller, key, uri, payment);
    return PaymentAnswers.made(making.make(request, payment.toOrder()), caller, uri);
  }

  @GET
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "listPayments",
      summary = "Lists payments",
      description =
          "The newest first, a page at a time. Permission: transactions:read; a customer sees what"
              + " its accounts pay, who is bound to a branch what the branch's accounts pay."
              + " Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "A page; next, and the header Link, lead to the one after it.",
      content = @Content(schema = @Schema(implementation = PaymentPage.class)))
  public Response list(
      @Parameter(
              description = "The payer's.",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @QueryParam("accountId")
          String accountId,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "CREATED",
                        "FUNDS_RESERVED",
                        "UNKNOWN",
                        "SUBMITTED",
                        "PAID",
                        "DECLINED",
                        "FAILED",
                        "CANCELLED",
                        "RETURNED"
                      }))
          @QueryParam("status")
          String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    var size = Page.limit(limit);
    var query =
        new PaymentQuery(
            TransactionAccess.reach(caller),
            Queries.id("accountId", accountId),
            Queries.choice("status", status, PaymentStatus.class),
            Page.id(cursor));
    return Page.of(reading.list(query, size + 1), size, (Payment p) -> p.id().toString())
        .map(found -> PaymentView.of(found, caller))
        .toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readPayment",
      summary = "Reads a payment",
      description =
          "Permission: transactions:read; what a caller may not see, as told at the list, is not"
              + " found. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The payment; ETag is its version.",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  public Response read(@PathParam("id") UUID id, @Context SecurityContext security) {
    var caller = Callers.of(security);
    return reading
        .find(caller, id)
        .map(found -> PaymentAnswers.found(found, caller))
        .orElseGet(() -> PaymentAnswers.notFound().toResponse());
  }

  @GET
  @Path("/{id}/history")
  @RequiresPermission("transactions:read")
  @Operation(
      operationId = "readPaymentHistory",
      summary = "Tells every transition of a payment",
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
        .orElseGet(() -> PaymentAnswers.notFound().toResponse());
  }

  @POST
  @Path("/{id}/cancellation")
  @RequiresPermission("transactions:create")
  @Operation(
      operationId = "cancelPayment",
      summary = "Cancels a payment that the processor has not got",
      description =
          "Whoever may make it may cancel it. Again, it is answered with how the payment is then."
              + " Permission: transactions:create. Problems: not-found, payment-submitted,"
              + " payment-ended.")
  @APIResponse(
      responseCode = "200",
      description = "It is cancelled.",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  @APIResponse(
      responseCode = "202",
      description = "It will be, once the money is free again. Ask for it at Location.",
      content = @Content(schema = @Schema(implementation = PaymentView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @Context SecurityContext security, @Context UriInfo uri) {
    var caller = Callers.of(security);
    return PaymentAnswers.cancelled(cancelling.cancel(caller, id), caller, uri);
  }
}
