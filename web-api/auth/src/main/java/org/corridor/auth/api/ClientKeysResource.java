package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.corridor.auth.application.ChangeClientCredentials;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Permissions;
import org.corridor.platform.events.Trail;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that API clients sign with. */
@Path("/api-clients/{id}/keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API clients")
@SecurityRequirement(name = "bearer")
public class ClientKeysResource {

  private final ChangeClientCredentials changing;

  @Inject
  public ClientKeysResource(ChangeClientCredentials changing) {
    this.changing = changing;
  }

  /** For the container's proxy. */
  protected ClientKeysResource() {
    this(null);
  }

  /** The keys as they shall be. */
  @Schema(name = "ClientKeys")
  public record ClientKeys(
      @NotNull(message = "is required")
          @Schema(
              type = SchemaType.OBJECT,
              description = "A JWK set (RFC 7517) of 1 to 5 public keys, each with a kid.")
          Map<String, Object> jwks) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission(Permissions.API_CLIENTS_UPDATE)
  @RequiresStepUp
  @Operation(
      operationId = "replaceClientKeys",
      summary = "Replaces the keys that an API client signs with",
      description =
          "RSA of 2048 bits or more, or EC of the curve P-256. To rotate, send the old and the new"
              + " one, then the new one alone. A client that had a secret has none from then on."
              + " Permission: api-clients:update. Problems: malformed-request, forbidden, not-found,"
              + " stale, precondition-required, client-refused.")
  @APIResponse(
      responseCode = "200",
      description = "The client; ETag is its version.",
      content = @Content(schema = @Schema(implementation = ApiClientView.class)))
  public Response replace(
      @PathParam("id") String id,
      @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      ClientKeys wanted,
      @Context SecurityContext security) {
    var outcome =
        changing.replaceKeys(
            new ChangeClientCredentials.NewKeys(
                id,
                ETags.expected(ifMatch),
                wanted.jwks(),
                Callers.of(security),
                Trail.of(Correlation.currentId())));
    if (outcome instanceof Outcome.Done<ApiClient> done) {
      var client = done.value();
      return Response.ok(ApiClientView.of(client)).tag(ETags.of(client.version())).build();
    }
    return Refusals.problem(((Outcome.Refused<ApiClient>) outcome).refusal()).toResponse();
  }
}
