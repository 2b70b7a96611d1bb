package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.corridor.auth.application.ListRevocations;
import org.corridor.auth.domain.Revocation;
import org.corridor.web.http.Queries;
import org.corridor.web.rate.NotLimited;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Which access tokens count for nothing before they end. The services ask for it every few seconds,
 * and need no token of their own for that: who has not seen a token learns nothing of it here.
 */
@Path("/revocations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2.0")
public class RevocationsResource {

  private final ListRevocations listing;

  @Inject
  public RevocationsResource(ListRevocations listing) {
    this.listing = listing;
  }

  /** For the container's proxy. */
  protected RevocationsResource() {
    this(null);
  }

  /** What was revoked, as of a time. */
  @Schema(name = "RevocationList")
  public record RevocationListView(Instant asOf, List<RevocationView> revocations) {

    static RevocationListView of(ListRevocations.RevocationList list) {
      return new RevocationListView(
          list.asOf(), list.revocations().stream().map(RevocationView::of).toList());
    }
  }

  /** Of which tokens, and until when they were issued. */
  @Schema(name = "Revocation")
  public record RevocationView(
      @Schema(
              description =
                  "SHA-256, in hexadecimal, of a claim of the tokens and its value, as in"
                      + " sid=01936d5c-0000-7000-8000-000000000003. The claim is sub, client_id, sid"
                      + " or jti.")
          String fingerprint,
      @Schema(description = "Those whose iat is not after this.") Instant issuedUntil,
      @Schema(description = "If it is there: of those, the ones whose auth_time is before this.")
          Instant authenticatedBefore) {

    static RevocationView of(Revocation revocation) {
      return new RevocationView(
          revocation.fingerprint(), revocation.issuedUntil(), revocation.authenticatedBefore());
    }
  }

  @GET
  @PermitAll
  @NotLimited
  @Operation(
      operationId = "listRevocations",
      summary = "Which access tokens count for nothing before they end",
      description =
          "For whoever takes access tokens. Revocations stay here for an hour, the most that a token"
              + " lives; ask again every few seconds for what has come since asOf, going back a"
              + " minute each time. Permission: none. Problems: malformed-request.")
  @APIResponse(
      responseCode = "200",
      description = "The revocations, in no order.",
      content = @Content(schema = @Schema(implementation = RevocationListView.class)))
  public Response list(
      @Parameter(description = "Only what was revoked then or later (RFC 3339).")
          @QueryParam("since")
          String since) {
    var list = listing.list(Queries.instant("since", since));
    return Response.ok(RevocationListView.of(list))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
