package org.corridor.auth.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API client to be registered. */
@Schema(name = "NewApiClient")
public record NewApiClient(
    @NotNull(message = "is required")
        @Pattern(regexp = ApiClient.NAME, message = "must have 1 to 100 printable characters")
        @Schema(example = "Payroll")
        String name,
    @NotNull(message = "is required")
        @Pattern(regexp = "CONFIDENTIAL|PUBLIC", message = "must be CONFIDENTIAL or PUBLIC")
        @Schema(example = "CONFIDENTIAL")
        String type,
    @NotEmpty(message = "is required")
        @Size(max = 3, message = "must not have more than 3 items")
        @Schema(example = "[\"client_credentials\"]")
        List<@NotNull(message = "is required") String> grantTypes,
    @Size(max = 10, message = "must not have more than 10 items")
        List<@NotNull(message = "is required") String> redirectUris,
    @NotEmpty(message = "is required")
        @Size(max = 64, message = "must not have more than 64 items")
        @Schema(example = "[\"accounts:read\"]")
        List<@NotNull(message = "is required") String> scopes,
    @Schema(
            type = SchemaType.OBJECT,
            description =
                "A JWK set (RFC 7517) of 1 to 5 public keys, each with a kid: the client shows no"
                    + " secret then, but signs (private_key_jwt).")
        Map<String, Object> jwks,
    @Size(max = 10, message = "must not have more than 10 items")
        @Schema(description = "Where the browser may go after signing out.")
        List<@NotNull(message = "is required") String> postLogoutRedirectUris,
    @Schema(description = "True if it must push its authorization requests (RFC 9126).")
        Boolean requirePushedAuthorizationRequests,
    @Schema(description = "True if it must prove to have a key (RFC 9449).")
        Boolean dpopBoundAccessTokens,
    @Schema(description = "True if it must show a certificate in TLS (RFC 8705).")
        Boolean tlsClientCertificateBoundAccessTokens,
    @Schema(
            description =
                "True if people are not asked what it may have: for the organisation's own programs.")
        Boolean skipConsent) {

  static final String PUBLIC = "PUBLIC";
  static final String CONFIDENTIAL = "CONFIDENTIAL";

  boolean isPublic() {
    return PUBLIC.equals(type);
  }

  /**
   * @throws org.corridor.web.problem.ProblemException 400 on an unknown grant type
   */
  ApiClient.Access access() {
    return access(
        grantTypes,
        redirectUris,
        scopes,
        options(
            postLogoutRedirectUris,
            requirePushedAuthorizationRequests,
            dpopBoundAccessTokens,
            tlsClientCertificateBoundAccessTokens,
            skipConsent));
  }

  static ApiClient.Access access(
      List<String> grantTypes,
      List<String> redirectUris,
      List<String> scopes,
      ApiClient.Options options) {
    var types = new HashSet<GrantType>();
    for (var index = 0; index < grantTypes.size(); index++) {
      try {
        types.add(GrantType.of(grantTypes.get(index)));
      } catch (IllegalArgumentException e) {
        throw Problem.malformed("/grantTypes/" + index, e.getMessage()).toException();
      }
    }
    return new ApiClient.Access(types, set(redirectUris), set(scopes), options);
  }

  static ApiClient.Options options(
      List<String> postLogoutRedirectUris,
      Boolean pushedRequests,
      Boolean dpop,
      Boolean certificate,
      Boolean skipConsent) {
    return new ApiClient.Options(
        set(postLogoutRedirectUris),
        Boolean.TRUE.equals(pushedRequests),
        Boolean.TRUE.equals(dpop),
        Boolean.TRUE.equals(certificate),
        Boolean.TRUE.equals(skipConsent));
  }

  private static Set<String> set(List<String> items) {
    return items == null ? Set.of() : new HashSet<>(items);
  }
}
