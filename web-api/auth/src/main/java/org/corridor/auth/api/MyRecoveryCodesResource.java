package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.RenewRecoveryCodes;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own recovery codes. */
@Path("/me/recovery-codes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class MyRecoveryCodesResource {

  private final RenewRecoveryCodes renewing;

  @Inject
  public MyRecoveryCodesResource(RenewRecoveryCodes renewing) {
    this.renewing = renewing;
  }

  /** For the container's proxy. */
  protected MyRecoveryCodesResource() {
    this(null);
  }

  /** What lets somebody in once each without its device. */
  @Schema(name = "RecoveryCodes")
  public record RecoveryCodesView(
      @Schema(required = true, example = "[\"ABCD-EFGH-IJKL-MNOP\"]") List<String> codes) {

    /** Without the codes. */
    @Override
    public String toString() {
      return "RecoveryCodesView[]";
    }
  }

  @POST
  @AnyCaller
  @RequiresStepUp
  @Operation(
      operationId = "renewMyRecoveryCodes",
      summary = "Makes other recovery codes; the old ones are void at once",
      description =
          "They are told in this answer and never again, so there is no Idempotency-Key: a repetition"
              + " makes others once more. Permission: none; any valid token of a person who has"
              + " signed in with two factors. Problems: not-found, forbidden, no-second-factor.")
  @APIResponse(
      responseCode = "201",
      description = "The codes, ten of them.",
      content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
  public Response renew(@Context SecurityContext security) {
    var caller = Callers.of(security);
    var outcome =
        renewing.renew(caller, SessionAnswers.oneself(caller), Trail.of(Correlation.currentId()));
    if (outcome instanceof Outcome.Done<List<String>> done) {
      return Response.status(Response.Status.CREATED)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .entity(new RecoveryCodesView(done.value()))
          .build();
    }
    return Refusals.problem(((Outcome.Refused<List<String>>) outcome).refusal()).toResponse();
  }
}
