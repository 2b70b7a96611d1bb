package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.corridor.auth.application.TellPasswordLink;
import org.corridor.auth.domain.Permissions;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links for choosing a password, for whoever sends them. */
@Path("/password-links")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class PasswordLinksResource {

  private final TellPasswordLink telling;

  @Inject
  public PasswordLinksResource(TellPasswordLink telling) {
    this.telling = telling;
  }

  /** For the container's proxy. */
  protected PasswordLinksResource() {
    this(null);
  }

  /** Where it leads. */
  @Schema(name = "PasswordLink")
  public record LinkView(
      @Schema(description = "Whoever has it can choose the password.") String address,
      Instant validUntil) {

    /** Without the address. */
    @Override
    public String toString() {
      return "LinkView[]";
    }
  }

  @GET
  @Path("{id}")
  @RequiresPermission(Permissions.PASSWORD_LINKS_READ)
  @Operation(
      operationId = "getPasswordLink",
      summary = "Tells the context that sends a link where it leads",
      description =
          "No role has the permission, only the client as which the contexts call each other."
              + " Permission: password-links:read. Problems: not-found.")
  @APIResponse(responseCode = "200", description = "The link, which is good now.")
  public LinkView get(@PathParam("id") String id) {
    return telling
        .of(linkId(id))
        .map(link -> new LinkView(link.address(), link.validUntil()))
        .orElseThrow(() -> Problem.notFound("link").toException());
  }

  private static UUID linkId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("link").toException();
    }
  }
}
