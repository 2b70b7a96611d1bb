package org.corridor.client.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.corridor.client.application.ApproveKyc;
import org.corridor.client.application.RejectKyc;
import org.corridor.client.application.SubmitKyc;
import org.corridor.client.application.Target;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The review of who a client is; who made the record never decides. */
@Path("/clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KYC")
@SecurityRequirement(name = "bearer")
public class KycResource {

  private final SubmitKyc submitting;
  private final ApproveKyc approving;
  private final RejectKyc rejecting;

  @Inject
  public KycResource(SubmitKyc submitting, ApproveKyc approving, RejectKyc rejecting) {
    this.submitting = submitting;
    this.approving = approving;
    this.rejecting = rejecting;
  }

  /** For the container's proxy. */
  protected KycResource() {
    this(null, null, null);
  }

  @POST
  @Path("/{id}/kyc/submission")
  @RequiresPermission("clients:update")
  @Operation(
      operationId = "submitKyc",
      summary = "Asks for the KYC review of a client",
      description =
          "Also again, after a rejection or an expiry. Permission: clients:update. Problems: not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response submit(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Context SecurityContext security) {
    return Answers.changed(submitting.submit(target(id, ifMatch, security)));
  }

  @POST
  @Path("/{id}/kyc/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("kyc:approve")
  @Operation(
      operationId = "approveKyc",
      summary = "Approves the KYC of a client",
      description =
          "Who registered, changed or submitted the client may not. Permission: kyc:approve. Problems: malformed-request, maker-may-not-decide, not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response approve(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      KycApproval approval,
      @Context SecurityContext security) {
    return Answers.changed(approving.approve(target(id, ifMatch, security), approval.level()));
  }

  @POST
  @Path("/{id}/kyc/rejection")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("kyc:approve")
  @Operation(
      operationId = "rejectKyc",
      summary = "Rejects the KYC of a client",
      description =
          "Who registered, changed or submitted the client may not. Permission: kyc:approve. Problems: malformed-request, maker-may-not-decide, not-found, precondition-required,"
              + " stale, wrong-client-status, wrong-kyc-status.")
  @APIResponse(
      responseCode = "200",
      description = "The client as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ClientView.class)))
  public Response reject(
      @PathParam("id") UUID id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      KycRejection rejection,
      @Context SecurityContext security) {
    return Answers.changed(rejecting.reject(target(id, ifMatch, security), rejection.reason()));
  }

  private static Target target(UUID id, String ifMatch, SecurityContext security) {
    return new Target(
        id, ETags.expected(ifMatch), Callers.of(security), Trail.of(Correlation.currentId()));
  }
}
