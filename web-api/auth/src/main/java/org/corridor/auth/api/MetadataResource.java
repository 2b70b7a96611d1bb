package org.corridor.auth.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.corridor.auth.application.ServerMetadata;
import org.corridor.auth.application.SigningKeys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What clients and services find out by themselves: the keys, and what this server can do. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth 2.0")
public class MetadataResource {

  /** A new key is published well before the first token that it signs. */
  private static final String CACHED = "public, max-age=300";

  private final SigningKeys keys;
  private final ServerMetadata metadata;

  @Inject
  public MetadataResource(SigningKeys keys, ServerMetadata metadata) {
    this.keys = keys;
    this.metadata = metadata;
  }

  /** For the container's proxy. */
  protected MetadataResource() {
    this(null, null);
  }

  @GET
  @Path("jwks")
  @PermitAll
  @Operation(
      operationId = "getSigningKeys",
      summary = "The public keys that tokens are verified with",
      description = "A JWK set (RFC 7517). Permission: none.")
  @APIResponse(responseCode = "200", description = "The keys; may be cached for five minutes.")
  public Response jwks() {
    return cached(keys.publicKeys().toString());
  }

  @GET
  @Path(".well-known/openid-configuration")
  @PermitAll
  @Operation(
      operationId = "getOpenidConfiguration",
      summary = "What this server can do (OpenID Connect Discovery)",
      description = "Permission: none.")
  @APIResponse(responseCode = "200", description = "The metadata; may be cached.")
  public Response openidConfiguration() {
    return cached(metadata.json());
  }

  @GET
  @Path(".well-known/oauth-authorization-server")
  @PermitAll
  @Operation(
      operationId = "getAuthorizationServerMetadata",
      summary = "What this server can do (RFC 8414)",
      description = "Permission: none.")
  @APIResponse(responseCode = "200", description = "The metadata; may be cached.")
  public Response authorizationServer() {
    return cached(metadata.json());
  }

  private static Response cached(String json) {
    return Response.ok(json).header(HttpHeaders.CACHE_CONTROL, CACHED).build();
  }
}
