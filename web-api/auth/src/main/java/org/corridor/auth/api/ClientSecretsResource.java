package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
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
import java.time.Duration;
import java.util.function.Consumer;
import org.corridor.auth.application.ChangeClientCredentials;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.RegisterApiClient.Registered;
import org.corridor.auth.domain.Permissions;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.idempotency.Idempotency;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** New secrets of API clients. */
@Path("/api-clients/{id}/secrets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API clients")
@SecurityRequirement(name = "bearer")
public class ClientSecretsResource {

  private static final int USUAL_OVERLAP_SECONDS = 86_400;
  private static final int MAX_OVERLAP_SECONDS = 2_592_000;

  private final ChangeClientCredentials changing;
  private final OnceInTransaction once;

  @Inject
  public ClientSecretsResource(ChangeClientCredentials changing, OnceInTransaction once) {
    this.changing = changing;
    this.once = once;
  }

  /** For the container's proxy. */
  protected ClientSecretsResource() {
    this(null, null);
  }

  /** A secret to be made. */
  @Schema(name = "NewClientSecret")
  public record NewClientSecret(
      @Min(value = 0, message = "must not be negative")
          @Max(value = MAX_OVERLAP_SECONDS, message = "must not be more than 30 days")
          @Schema(
              description = "How long the old secret goes on; a day if it is not said.",
              example = "86400")
          Integer overlapSeconds) {

    Duration overlap() {
      return Duration.ofSeconds(overlapSeconds == null ? USUAL_OVERLAP_SECONDS : overlapSeconds);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.API_CLIENTS_UPDATE)
  @RequiresStepUp
  @Operation(
      operationId = "rotateClientSecret",
      summary = "Gives an API client a new secret beside the old one",
      description =
          "Both are good for overlapSeconds, then the new one alone; with 0 the old one ends at once."
              + " A secret that was replaced before that ends at once in any case. The new one is"
              + " told in this answer and never again: a repetition with the same Idempotency-Key"
              + " has all but the secret. Nobody gets a secret of a client that may do more than"
              + " itself. Permission: api-clients:update. Problems: malformed-request,"
              + " idempotency-key-required, idempotency-key-malformed, forbidden, not-found,"
              + " client-refused, idempotency-key-reused, idempotency-key-in-use.")
  @APIResponse(
      responseCode = "201",
      description = "The client with its new secret; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ApiClientView.class)))
  public Response rotate(
      @PathParam("id") String id,
      @Parameter(required = true) @HeaderParam(Idempotency.HEADER) String key,
      NewClientSecret wanted,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var caller = Callers.of(security);
    return ClientWithSecret.answer(
        secret ->
            once.once(
                caller,
                key,
                new Fingerprint("POST", uri.getPath(), wanted),
                () -> rotate(id, wanted, caller, secret)));
  }

  private Response rotate(
      String id, NewClientSecret wanted, Caller caller, Consumer<String> secret) {
    var outcome =
        changing.rotate(
            new ChangeClientCredentials.NewSecret(
                id, wanted.overlap(), caller, Trail.of(Correlation.currentId())));
    if (outcome instanceof Outcome.Done<Registered> done) {
      secret.accept(done.value().secret());
      return Response.status(Response.Status.CREATED)
          .tag(ETags.of(done.value().client().version()))
          .entity(ApiClientView.of(done.value().client()))
          .build();
    }
    return Refusals.problem(((Outcome.Refused<Registered>) outcome).refusal()).toResponse();
  }
}
