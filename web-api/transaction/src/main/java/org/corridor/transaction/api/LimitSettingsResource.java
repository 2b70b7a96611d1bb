package org.corridor.transaction.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Currency;
import org.corridor.kernel.Money;
import org.corridor.transaction.application.SetLimits;
import org.corridor.transaction.domain.Kind;
import org.corridor.transaction.domain.Limit.Audience;
import org.corridor.web.correlation.Correlation;
import org.corridor.web.http.ETags;
import org.corridor.web.http.Queries;
import org.corridor.web.problem.Problem;
import org.corridor.web.security.Callers;
import org.corridor.web.security.RequiresPermission;
import org.corridor.web.security.RequiresStepUp;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much the organisation lets its customers and staff move: each limit by itself. */
@Path("/limits/{kind}/{audience}/{currency}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits")
@SecurityRequirement(name = "bearer")
public class LimitSettingsResource {

  private final SetLimits limits;

  @Inject
  public LimitSettingsResource(SetLimits limits) {
    this.limits = limits;
  }

  /** For the container's proxy. */
  protected LimitSettingsResource() {
    this(null);
  }

  @GET
  @RequiresPermission("limits:read")
  @Operation(
      operationId = "readLimit",
      summary = "Reads one of the organisation's limits",
      description =
          "Permission: limits:read; not for who is bound to a branch. Problems: malformed-request,"
              + " forbidden, not-found.")
  @APIResponse(
      responseCode = "200",
      description = "The limit; ETag is its version.",
      content = @Content(schema = @Schema(implementation = LimitSettingView.class)))
  public Response read(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL"}))
          @PathParam("kind")
          String kind,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"CUSTOMER", "STAFF"}))
          @PathParam("audience")
          String audience,
      @Parameter(description = "ISO 4217.") @PathParam("currency") String currency,
      @Context SecurityContext security) {
    return LimitAnswers.of(
        limits.read(
            Callers.of(security),
            limitedKind(kind),
            Queries.choice("audience", audience, Audience.class),
            currency(currency)));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresPermission("limits:update")
  @RequiresStepUp
  @Operation(
      operationId = "setLimit",
      summary = "Sets one of the organisation's limits",
      description =
          "The body is the whole limit. It replaces the one that If-Match names; with"
              + " If-None-Match: * it is the first for this kind, audience and currency, which then"
              + " may be moved. It counts for what is asked for from then on. Permission:"
              + " limits:update; not for who is bound to a branch. Problems: malformed-request,"
              + " forbidden, stale, precondition-required, limit-contradictory.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = LimitForm.class),
              examples = @ExampleObject(name = "limit", value = Examples.LIMIT)))
  @APIResponse(
      responseCode = "200",
      description = "The limit as it is now; ETag is its version.",
      content = @Content(schema = @Schema(implementation = LimitSettingView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The limit, which is new; ETag is its version.",
      content = @Content(schema = @Schema(implementation = LimitSettingView.class)))
  public Response set(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"TRANSFER", "DEPOSIT", "WITHDRAWAL"}))
          @PathParam("kind")
          String kind,
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"CUSTOMER", "STAFF"}))
          @PathParam("audience")
          String audience,
      @Parameter(description = "ISO 4217.") @PathParam("currency") String currency,
      @Parameter(description = "The ETag that was read.") @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @Parameter(description = "* if there shall be no such limit yet.")
          @HeaderParam(HttpHeaders.IF_NONE_MATCH)
          String ifNoneMatch,
      LimitForm form,
      @Context SecurityContext security) {
    var wanted =
        form.toLimit(
            limitedKind(kind),
            Queries.choice("audience", audience, Audience.class),
            currency(currency));
    return LimitAnswers.of(
        limits.set(
            Callers.of(security),
            wanted,
            ETags.expectedOrNone(ifMatch, ifNoneMatch),
            Correlation.currentId()));
  }

  /** All but the reversal, which undoes what was within its limits. */
  private static Kind limitedKind(String text) {
    var kind = Queries.choice("kind", text, Kind.class);
    if (kind == Kind.REVERSAL) {
      throw Problem.malformed("kind", "must not be REVERSAL: it has no limits").toException();
    }
    return kind;
  }

  private static Currency currency(String code) {
    try {
      return Money.of(0, code).currency();
    } catch (IllegalArgumentException e) {
      throw Problem.malformed("currency", "must be a currency of ISO 4217").toException();
    }
  }
}
