package org.corridor.auth.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.corridor.auth.domain.ApiClient;
import org.corridor.platform.json.Json;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be changed of an API client. A request names only what it changes; null takes away (RFC
 * 7396).
 */
@Schema(name = "ApiClientChange")
public record ApiClientChange(
    @Schema(example = "Payroll") String name,
    @Schema(example = "[\"client_credentials\"]") List<String> grantTypes,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    Boolean requirePushedAuthorizationRequests,
    Boolean dpopBoundAccessTokens,
    Boolean tlsClientCertificateBoundAccessTokens,
    Boolean skipConsent,
    @Schema(example = "[\"accounts:read\"]") List<String> scopes,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"ACTIVE", "DISABLED"})
        String status) {

  private static final String ACTIVE = "ACTIVE";
  private static final String DISABLED = "DISABLED";
  private static final int MAX_URIS = 10;
  private static final int MAX_SCOPES = 64;

  /**
   * The client as it shall be.
   *
   * @throws JsonProcessingException if the change has another form
   */
  static ApiClientChange merged(ApiClient client, ObjectNode change)
      throws JsonProcessingException {
    var view = ApiClientView.of(client);
    ObjectNode whole =
        Json.mapper()
            .valueToTree(
                new ApiClientChange(
                    view.name(),
                    view.grantTypes(),
                    view.redirectUris(),
                    view.postLogoutRedirectUris(),
                    view.requirePushedAuthorizationRequests(),
                    view.dpopBoundAccessTokens(),
                    view.tlsClientCertificateBoundAccessTokens(),
                    view.skipConsent(),
                    view.scopes(),
                    view.status()));
    return Json.mapper()
        .treeToValue(MergePatch.apply(whole, change), ApiClientChange.class)
        .checked();
  }

  private ApiClientChange checked() {
    if (name == null || !ApiClient.isName(name)) {
      throw Problem.malformed("/name", "must have 1 to 100 printable characters").toException();
    }
    if (!ACTIVE.equals(status) && !DISABLED.equals(status)) {
      throw Problem.malformed("/status", "must be ACTIVE or DISABLED").toException();
    }
    check("/grantTypes", grantTypes, 3, true);
    check("/redirectUris", redirectUris, MAX_URIS, false);
    check("/postLogoutRedirectUris", postLogoutRedirectUris, MAX_URIS, false);
    check("/scopes", scopes, MAX_SCOPES, true);
    return this;
  }

  private static void check(String pointer, List<String> items, int most, boolean required) {
    if (required && (items == null || items.isEmpty())) {
      throw Problem.malformed(pointer, "is required").toException();
    }
    if (items != null && items.size() > most) {
      throw Problem.malformed(pointer, "must not have more than " + most + " items").toException();
    }
    if (items != null && items.stream().anyMatch(item -> item == null)) {
      throw Problem.malformed(pointer, "must not have null for an item").toException();
    }
  }

  boolean isActive() {
    return ACTIVE.equals(status);
  }

  /**
   * @throws org.corridor.web.problem.ProblemException 400 on an unknown grant type
   */
  ApiClient.Access access() {
    return NewApiClient.access(
        grantTypes,
        redirectUris,
        scopes,
        NewApiClient.options(
            postLogoutRedirectUris,
            requirePushedAuthorizationRequests,
            dpopBoundAccessTokens,
            tlsClientCertificateBoundAccessTokens,
            skipConsent));
  }
}
