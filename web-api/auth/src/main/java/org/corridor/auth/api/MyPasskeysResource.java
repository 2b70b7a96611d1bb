package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.corridor.auth.application.ChangePasskeys;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.domain.Passkey;
import org.corridor.kernel.Caller;
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

/** One's own passkeys. They are added on a page, since a device gives them to that page alone. */
@Path("/me/passkeys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-ins")
@SecurityRequirement(name = "bearer")
public class MyPasskeysResource {

  private final ChangePasskeys changing;

  @Inject
  public MyPasskeysResource(ChangePasskeys changing) {
    this.changing = changing;
  }

  /** For the container's proxy. */
  protected MyPasskeysResource() {
    this(null);
  }

  /** What a passkey shall be called. */
  @Schema(name = "PasskeyName")
  public record PasskeyName(
      @NotNull(message = "is required")
          @Pattern(
              regexp = "(?=.*\\S)\\P{Cntrl}{1,60}",
              message = "must have 1 to 60 printable characters")
          @Schema(example = "My telephone")
          String name) {}

  @GET
  @AnyCaller
  @Operation(
      operationId = "listMyPasskeys",
      summary = "Tells one's passkeys",
      description =
          "They are few: always one page. Permission: none; any valid token of a person. Problems:"
              + " not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The oldest first.",
      content = @Content(schema = @Schema(implementation = PasskeyList.class)))
  public Response mine(@Context SecurityContext security) {
    return Response.ok(PasskeyList.of(changing.of(self(security)))).build();
  }

  @PUT
  @Path("{passkey}")
  @Consumes(MediaType.APPLICATION_JSON)
  @AnyCaller
  @Operation(
      operationId = "nameMyPasskey",
      summary = "Gives a passkey another name",
      description =
          "Permission: none; any valid token of a person. Problems: malformed-request, not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The passkey.",
      content = @Content(schema = @Schema(implementation = PasskeyList.View.class)))
  public Response name(
      @PathParam("passkey") String passkey, PasskeyName wanted, @Context SecurityContext security) {
    var outcome = changing.name(self(security), Parameters.passkeyId(passkey), wanted.name());
    return outcome instanceof Outcome.Done<Passkey> done
        ? Response.ok(PasskeyList.View.of(done.value())).build()
        : refused(outcome);
  }

  @DELETE
  @Path("{passkey}")
  @AnyCaller
  @RequiresStepUp
  @Operation(
      operationId = "removeMyPasskey",
      summary = "Removes a passkey",
      description =
          "It opens nothing any more. Permission: none; any valid token of a person who has signed"
              + " in with two factors. Problems: not-found, forbidden, last-second-factor.")
  @APIResponse(responseCode = "204", description = "It is removed.")
  public Response remove(@PathParam("passkey") String passkey, @Context SecurityContext security) {
    var outcome =
        changing.remove(
            Callers.of(security),
            self(security),
            Parameters.passkeyId(passkey),
            Trail.of(Correlation.currentId()));
    return outcome instanceof Outcome.Done ? Response.noContent().build() : refused(outcome);
  }

  /** A machine has no passkeys. */
  private static UUID self(SecurityContext security) {
    Caller caller = Callers.of(security);
    return Parameters.userId(caller.subject());
  }

  private static Response refused(Outcome<Passkey> outcome) {
    return Refusals.problem(((Outcome.Refused<Passkey>) outcome).refusal()).toResponse();
  }
}
