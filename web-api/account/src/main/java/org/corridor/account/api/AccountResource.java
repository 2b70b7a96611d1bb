package org.corridor.account.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.corridor.account.application.AccountTarget;
import org.corridor.account.application.CloseAccount;
import org.corridor.account.application.FreezeAccount;
import org.corridor.account.application.ReactivateAccount;
import org.corridor.account.application.ReadAccounts;
import org.corridor.account.application.UnfreezeAccount;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
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

/** One account: reading, freezing, reactivating, closing it. */
@Path("/accounts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class AccountResource {

  private final ReadAccounts reading;
  private final FreezeAccount freezing;
  private final UnfreezeAccount unfreezing;
  private final ReactivateAccount reactivating;
  private final CloseAccount closing;

  @PathParam("id")
  private UUID id;

  @Context private SecurityContext security;

  @Inject
  public AccountResource(
      ReadAccounts reading,
      FreezeAccount freezing,
      UnfreezeAccount unfreezing,
      ReactivateAccount reactivating,
      CloseAccount closing) {
    this.reading = reading;
    this.freezing = freezing;
    this.unfreezing = unfreezing;
    this.reactivating = reactivating;
    this.closing = closing;
  }

  /** For the container's proxy. */
  protected AccountResource() {
    this(null, null, null, null, null);
  }

  @GET
  @RequiresPermission("accounts:read")
  @Operation(
      operationId = "readAccount",
      summary = "Reads an account",
      description =
          "Permission: accounts:read; a customer reads its own, who is bound to a branch reads that"
              + " branch's; others are not found. Problems: not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The account; ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response read() {
    return reading
        .byId(Callers.of(security), id)
        .map(AccountAnswers::found)
        .orElseGet(() -> Refusals.noSuchAccount().toResponse());
  }

  @POST
  @Path("/freeze")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("accounts:freeze")
  @Operation(
      operationId = "freezeAccount",
      summary = "Freezes an account",
      description =
          "Nothing moves in or out any more, reversals neither; what was posted before stands."
              + " Holds may still be released and expire. Permission: accounts:freeze. Problems:"
              + " malformed-request, not-found, precondition-required, stale,"
              + " wrong-account-status.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = FreezeForm.class),
              examples = @ExampleObject(name = "compliance", value = Examples.FREEZE)))
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response freeze(
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      FreezeForm form) {
    return AccountAnswers.changed(freezing.freeze(target(ifMatch), form.reason()));
  }

  @POST
  @Path("/unfreeze")
  @RequiresPermission("accounts:freeze")
  @Operation(
      operationId = "unfreezeAccount",
      summary = "Lets money move on an account again",
      description =
          "Permission: accounts:freeze. Problems: not-found, precondition-required, stale,"
              + " wrong-account-status.")
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response unfreeze(
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return AccountAnswers.changed(unfreezing.unfreeze(target(ifMatch)));
  }

  @POST
  @Path("/reactivate")
  @RequiresPermission("accounts:reactivate")
  @Operation(
      operationId = "reactivateAccount",
      summary = "Wakes a dormant account",
      description =
          "To be done by who has made sure whose it is; from then on it has as long as a new one"
              + " until it is dormant again. Permission: accounts:reactivate. Problems: not-found,"
              + " precondition-required, stale, wrong-account-status.")
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response reactivate(
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return AccountAnswers.changed(reactivating.reactivate(target(ifMatch)));
  }

  @POST
  @Path("/close")
  @RequiresPermission("accounts:close")
  @Operation(
      operationId = "closeAccount",
      summary = "Closes an account for good",
      description =
          "At a balance of zero, without holds, and with all its interest booked only. Permission:"
              + " accounts:close. Problems: not-found, precondition-required, stale,"
              + " wrong-account-status, account-not-empty, account-has-holds,"
              + " account-has-interest.")
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response close(
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return AccountAnswers.changed(closing.close(target(ifMatch)));
  }

  private AccountTarget target(String ifMatch) {
    return new AccountTarget(
        id, ETags.expected(ifMatch), Callers.of(security), Trail.of(Correlation.currentId()));
  }
}
