package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.GrantType;
import org.corridor.platform.events.Trail;

/** The token endpoint (RFC 6749, section 3.2). Password and implicit grants do not exist. */
@ApplicationScoped
public class IssueTokens {

  /** RFC 6749 has the code for the authorization endpoint only; 503 says what it means here. */
  private static final ErrorObject UNAVAILABLE =
      OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(503);

  private final TokenRequesters requesters;
  private final AccessTokens accessTokens;
  private final RedeemCode redeemCode;
  private final Refresh refresh;
  private final AuthCounts counts;

  @Inject
  public IssueTokens(
      TokenRequesters requesters,
      AccessTokens accessTokens,
      RedeemCode redeemCode,
      Refresh refresh,
      AuthCounts counts) {
    this.requesters = requesters;
    this.accessTokens = accessTokens;
    this.redeemCode = redeemCode;
    this.refresh = refresh;
    this.counts = counts;
  }

  /** For the container's proxy. */
  protected IssueTokens() {
    this(null, null, null, null, null);
  }

  /** Answers a request as it came in; never throws for what is wrong with it. */
  public TokenResponse issue(HTTPRequest request, Trail trail) {
    try {
      return new AccessTokenResponse(
          tokens(request, ProtocolMessages.read(() -> TokenRequest.parse(request)), trail));
    } catch (GeneralException refused) {
      return refusal(refused);
    } catch (TokenStoreUnavailable e) {
      counts.tokenRefused(UNAVAILABLE.getCode());
      return new TokenErrorResponse(UNAVAILABLE);
    }
  }

  private Tokens tokens(HTTPRequest http, TokenRequest request, Trail trail)
      throws GeneralException {
    var requester = requesters.authenticate(http, request);
    var client = requester.client();
    var grant = request.getAuthorizationGrant();
    if (grant instanceof ClientCredentialsGrant) {
      require(client, GrantType.CLIENT_CREDENTIALS);
      return counted(GrantType.CLIENT_CREDENTIALS, ofMachine(requester, request));
    }
    if (grant instanceof AuthorizationCodeGrant code) {
      require(client, GrantType.AUTHORIZATION_CODE);
      return counted(
          GrantType.AUTHORIZATION_CODE,
          redeemCode.redeem(requester, code, request.getResources(), trail));
    }
    if (grant instanceof RefreshTokenGrant token) {
      require(client, GrantType.REFRESH_TOKEN);
      return counted(GrantType.REFRESH_TOKEN, refresh.refresh(requester, token, request, trail));
    }
    throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
  }

  private Tokens ofMachine(TokenRequester requester, TokenRequest request) throws GeneralException {
    var scopes = Grants.scopes(request.getScope(), machineScopes(requester.client()));
    var audiences = Grants.audiences(request.getResources(), Audience.all());
    return new Tokens(accessTokens.forMachine(requester, scopes, audiences), null);
  }

  private Tokens counted(GrantType grant, Tokens tokens) {
    counts.tokenIssued(grant);
    return tokens;
  }

  /** There is no person whom {@code openid} and the like could tell of. */
  private static Set<String> machineScopes(ApiClient client) {
    var scopes = new TreeSet<>(client.access().scopes());
    scopes.removeAll(ApiClient.IDENTITY);
    return scopes;
  }

  private static void require(ApiClient client, GrantType type) throws GeneralException {
    if (!client.may(type)) {
      throw new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT);
    }
  }

  private TokenErrorResponse refusal(GeneralException refused) {
    var error = refused.getErrorObject();
    if (error == null) {
      error = OAuth2Error.INVALID_REQUEST;
    }
    counts.tokenRefused(error.getCode());
    return new TokenErrorResponse(error);
  }
}
