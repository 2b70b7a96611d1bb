package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.corridor.auth.application.ListRoles;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.Role;
import org.corridor.web.security.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roles, and what each may do. */
@Path("/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
@SecurityRequirement(name = "bearer")
public class RolesResource {

  private final ListRoles listing;

  @Inject
  public RolesResource(ListRoles listing) {
    this.listing = listing;
  }

  /** For the container's proxy. */
  protected RolesResource() {
    this(null);
  }

  /** A role. */
  @Schema(name = "Role")
  public record RoleView(String name, String description, List<String> permissions) {

    static RoleView of(Role role) {
      return new RoleView(
          role.name(), role.description(), role.permissions().stream().sorted().toList());
    }
  }

  @GET
  @RequiresPermission(Permissions.ROLES_READ)
  @Operation(
      operationId = "listRoles",
      summary = "Lists all roles by name, each with its permissions",
      description = "They are few: always one page. Permission: roles:read.")
  @APIResponse(responseCode = "200", description = "The roles.")
  public RolePage list() {
    return new RolePage(listing.all().stream().map(RoleView::of).toList(), null);
  }
}
