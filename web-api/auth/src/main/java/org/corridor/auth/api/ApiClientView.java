package org.corridor.auth.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.GrantType;
import org.corridor.platform.json.Json;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API client.
 *
 * @param clientSecret only in the answer that it was made for
 */
@Schema(name = "ApiClient")
public record ApiClientView(
    String clientId,
    @Schema(description = "Told once, when it is made.") String clientSecret,
    @Schema(description = "When the secret before this one ends.") Instant previousSecretUntil,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"client_secret_basic", "private_key_jwt", "none"},
            description = "How it shows that it is itself; client_secret_post is taken as well.")
        String tokenEndpointAuthMethod,
    @Schema(type = SchemaType.OBJECT, description = "The public keys that it signs with.")
        Map<String, Object> jwks,
    @Schema(example = "Payroll") String name,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"CONFIDENTIAL", "PUBLIC"})
        String type,
    @Schema(example = "[\"client_credentials\"]") List<String> grantTypes,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    boolean requirePushedAuthorizationRequests,
    boolean dpopBoundAccessTokens,
    boolean tlsClientCertificateBoundAccessTokens,
    boolean skipConsent,
    @Schema(example = "[\"accounts:read\"]") List<String> scopes,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "DISABLED"})
        String status,
    Instant createdAt) {

  static ApiClientView of(ApiClient client) {
    var access = client.access();
    var credentials = client.credentials();
    return new ApiClientView(
        client.clientId(),
        null,
        credentials.previous() == null ? null : credentials.previous().until(),
        authMethod(credentials),
        jwks(credentials.publicKeys()),
        client.name(),
        client.isPublic() ? NewApiClient.PUBLIC : NewApiClient.CONFIDENTIAL,
        access.grantTypes().stream().map(GrantType::code).sorted().toList(),
        access.redirectUris().stream().sorted().toList(),
        access.options().postLogoutRedirectUris().stream().sorted().toList(),
        access.options().requiresPushedRequests(),
        access.options().requiresDpop(),
        access.options().requiresCertificate(),
        access.options().skipsConsent(),
        access.scopes().stream().sorted().toList(),
        client.active() ? "ACTIVE" : "DISABLED",
        client.createdAt());
  }

  ApiClientView withSecret(String secret) {
    return new ApiClientView(
        clientId,
        secret,
        previousSecretUntil,
        tokenEndpointAuthMethod,
        jwks,
        name,
        type,
        grantTypes,
        redirectUris,
        postLogoutRedirectUris,
        requirePushedAuthorizationRequests,
        dpopBoundAccessTokens,
        tlsClientCertificateBoundAccessTokens,
        skipConsent,
        scopes,
        status,
        createdAt);
  }

  private static String authMethod(Credentials credentials) {
    if (credentials.isNone()) {
      return "none";
    }
    return credentials.isSecret() ? "client_secret_basic" : "private_key_jwt";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> jwks(String json) {
    return json == null ? null : Json.read(json, Map.class);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiClientView[" + clientId + "]";
  }
}
