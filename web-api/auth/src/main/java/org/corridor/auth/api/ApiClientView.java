package org.corridor.auth.api;

import java.time.Instant;
import java.util.List;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API client.
 *
 * @param clientSecret only in the answer to its registration
 */
@Schema(name = "ApiClient")
public record ApiClientView(
    String clientId,
    @Schema(description = "Told once, when the client is registered.") String clientSecret,
    @Schema(example = "Payroll") String name,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"CONFIDENTIAL", "PUBLIC"})
        String type,
    @Schema(example = "[\"client_credentials\"]") List<String> grantTypes,
    List<String> redirectUris,
    @Schema(example = "[\"accounts:read\"]") List<String> scopes,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "DISABLED"})
        String status,
    Instant createdAt) {

  static ApiClientView of(ApiClient client) {
    var access = client.access();
    return new ApiClientView(
        client.clientId(),
        null,
        client.name(),
        client.isPublic() ? NewApiClient.PUBLIC : NewApiClient.CONFIDENTIAL,
        access.grantTypes().stream().map(GrantType::code).sorted().toList(),
        access.redirectUris().stream().sorted().toList(),
        access.scopes().stream().sorted().toList(),
        client.active() ? "ACTIVE" : "DISABLED",
        client.createdAt());
  }

  ApiClientView withSecret(String secret) {
    return new ApiClientView(
        clientId, secret, name, type, grantTypes, redirectUris, scopes, status, createdAt);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiClientView[" + clientId + "]";
  }
}
