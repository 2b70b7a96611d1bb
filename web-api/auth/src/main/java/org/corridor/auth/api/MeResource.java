package org.corridor.auth.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.corridor.auth.application.DescribeSubject;
import org.corridor.auth.domain.Role;
import org.corridor.kernel.Caller;
import org.corridor.kernel.Money;
import org.corridor.web.security.AnyCaller;
import org.corridor.web.security.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller itself. */
@Path("/me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
public class MeResource {

  private final DescribeSubject describing;

  @Inject
  public MeResource(DescribeSubject describing) {
    this.describing = describing;
  }

  /** For the container's proxy. */
  protected MeResource() {
    this(null);
  }

  /** What the token says, and of a person what it is called. */
  @Schema(name = "Me")
  public record Me(
      String subject,
      @Schema(description = "Of a person.") String username,
      @Schema(description = "Of a person.") String displayName,
      List<String> roles,
      List<String> permissions,
      String branch,
      UUID clientId,
      @Schema(type = SchemaType.ARRAY, implementation = Money.class) List<Money> amountLimits) {}

  @GET
  @AnyCaller
  @Operation(
      operationId = "getMe",
      summary = "Tells the caller who it is and what its token allows",
      description = "Permission: none; any valid token.")
  @APIResponse(responseCode = "200", description = "The caller.")
  public Me me(@Context SecurityContext security) {
    var caller = Callers.of(security);
    var user = describing.user(caller);
    return new Me(
        caller.subject(),
        user.map(found -> found.username()).orElse(null),
        user.map(found -> found.profile().displayName()).orElse(null),
        user.map(found -> found.assignment().sortedRoles()).orElse(List.of(Role.SERVICE)),
        caller.permissions().stream().sorted().toList(),
        caller.branch(),
        caller.clientId(),
        limits(caller));
  }

  private static List<Money> limits(Caller caller) {
    return caller.amountLimits().entrySet().stream()
        .map(limit -> new Money(limit.getValue(), limit.getKey()))
        .sorted((a, b) -> a.currency().getCurrencyCode().compareTo(b.currency().getCurrencyCode()))
        .toList();
  }
}
