package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.RedirectUris;

/** What an authorization request must be, whether a browser brings it or the client pushes it. */
final class RequestChecks {

  private static final int MAX_STATE = 1_024;

  private RequestChecks() {}

  /** What may be given, if the person agrees. */
  record Wanted(Set<String> scopes, Set<Audience> audiences, Demand demand) {}

  /** Whether codes for this client may be sent there. */
  static boolean belong(ApiClient client, URI redirectUri) {
    return client.active()
        && client.may(GrantType.AUTHORIZATION_CODE)
        && RedirectUris.match(client.access().redirectUris(), redirectUri.toString());
  }

  /**
   * @throws GeneralException what is wrong with it
   */
  static Wanted wanted(AuthorizationRequest request, ApiClient client) throws GeneralException {
    if (request.specifiesRequestObject()) {
      throw new GeneralException(
          request.getRequestURI() == null
              ? OAuth2Error.REQUEST_NOT_SUPPORTED
              : OAuth2Error.REQUEST_URI_NOT_SUPPORTED);
    }
    if (!ResponseType.CODE.equals(request.getResponseType())) {
      throw new GeneralException(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
    }
    var mode = request.getResponseMode();
    if (mode != null && !ResponseMode.QUERY.equals(mode)) {
      throw invalid("The response mode must be query");
    }
    if (request.getCodeChallenge() == null
        || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
        || !request.getCodeChallenge().getValue().matches("[A-Za-z0-9_-]{43}")) {
      throw invalid("PKCE with code_challenge_method S256 is required");
    }
    if (request.getState() != null && request.getState().getValue().length() > MAX_STATE) {
      throw invalid("The state is too long");
    }
    return new Wanted(
        Grants.scopes(request.getScope(), client.access().scopes()),
        Grants.audiences(request.getResources(), Audience.all()),
        Demand.of(request));
  }

  static GeneralException invalid(String description) {
    return new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription(description));
  }
}
