package org.corridor.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.corridor.account.application.SettleInterest;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Interest of an account, booked before its period ends. */
@Path("/accounts/{id}/interest-settlements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class InterestSettlementsResource {

  private final SettleInterest settling;
  private final OnceOnly onceOnly;

  @Inject
  public InterestSettlementsResource(SettleInterest settling, OnceOnly onceOnly) {
    this.settling = settling;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected InterestSettlementsResource() {
    this(null, null);
  }

  @POST
  @RequiresPermission("accounts:close")
  @Operation(
      operationId = "settleInterest",
      summary = "Books the interest of an account before its period ends",
      description =
          "What has accrued up to the last day that has ended becomes money, so that the account"
              + " can be emptied and closed. Permission: accounts:close. Problems: not-found,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused,"
              + " idempotency-key-in-use.")
  @APIResponse(
      responseCode = "202",
      description = "What will be booked, a moment later.",
      content = @Content(schema = @Schema(implementation = InterestSettlementView.class)))
  public Response settle(
      @Parameter(required = true, description = "Unique for each settlement.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      @PathParam("id") UUID id,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    var caller = Callers.of(security);
    return onceOnly.answer(
        caller,
        key,
        new Fingerprint("POST", uri.getPath(), null),
        () ->
            settling
                .settle(caller, id)
                .map(made -> Response.accepted(InterestSettlementView.of(made)).build())
                .orElseGet(() -> Refusals.noSuchAccount().toResponse()));
  }
}
