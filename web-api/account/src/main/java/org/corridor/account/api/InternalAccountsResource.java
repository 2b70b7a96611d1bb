package org.corridor.account.api;

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
import org.corridor.account.application.OpenInternalAccount;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
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

/** Accounts of the organisation itself. */
@Path("/accounts/internal")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "bearer")
public class InternalAccountsResource {

  private final OpenInternalAccount opening;
  private final OnceOnly onceOnly;

  @Inject
  public InternalAccountsResource(OpenInternalAccount opening, OnceOnly onceOnly) {
    this.opening = opening;
    this.onceOnly = onceOnly;
  }

  /** For the container's proxy. */
  protected InternalAccountsResource() {
    this(null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("accounts:open-internal")
  @Operation(
      operationId = "openInternalAccount",
      summary = "Opens an account of the organisation itself",
      description =
          "Its number is purpose, branch and currency: CASH-BER-EUR, FEES-EUR. It may go below zero"
              + " unless a limit is given. Permission: accounts:open-internal; who is bound to a"
              + " branch opens accounts of that branch. Problems: malformed-request,"
              + " idempotency-key-required, idempotency-key-malformed, idempotency-key-reused, idempotency-key-in-use,"
              + " already-exists, forbidden.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = InternalAccountForm.class),
              examples =
                  @ExampleObject(name = "cash of a branch", value = Examples.INTERNAL_ACCOUNT)))
  @APIResponse(
      responseCode = "201",
      description = "Opened; Location says where it is, ETag is its version.",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Response open(
      @Parameter(required = true, description = "Unique for each opening.")
          @HeaderParam(Idempotency.HEADER)
          String key,
      InternalAccountForm form,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    form.check();
    var caller = Callers.of(security);
    var request = new Fingerprint("POST", uri.getPath(), form);
    return onceOnly.answer(
        caller,
        key,
        request,
        () -> {
          var trail = Trail.of(Correlation.currentId());
          var result =
              opening.open(
                  caller, form.number(), form.mustNotGoBelow(), form.mustNotGoAbove(), trail);
          return AccountAnswers.opened(result, uri);
        });
  }
}
