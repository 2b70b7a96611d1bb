package org.corridor.auth.application;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.corridor.auth.infrastructure.AuthFixture;

/** A person with a browser, and the program that has sent it here. */
final class Browser {

  static final String REDIRECT = "http://127.0.0.1:8912/callback";
  static final String CLI = "corridor-cli";

  private final AuthFixture auth;
  final CodeVerifier verifier = new CodeVerifier();

  Browser(AuthFixture auth) {
    this.auth = auth;
  }

  /** An authorization request that is in order. */
  Map<String, String> request() {
    var request = new LinkedHashMap<String, String>();
    request.put("response_type", "code");
    request.put("client_id", CLI);
    request.put("redirect_uri", REDIRECT);
    request.put("state", "a state");
    request.put(
        "code_challenge", CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
    request.put("code_challenge_method", "S256");
    return request;
  }

  BeginSignIn.Answer begin(Map<String, String> request) {
    var parameters = new HashMap<String, List<String>>();
    request.forEach((name, value) -> parameters.put(name, List.of(value)));
    return auth.beginSignIn.begin(parameters);
  }

  BeginSignIn.Answer.Form form(Map<String, String> request) {
    return (BeginSignIn.Answer.Form) begin(request);
  }

  SignInAnswer submit(BeginSignIn.Answer.Form form, String username, String password) {
    return auth.completeSignIn.complete(
        new CompleteSignIn.Form(
            sent(form), username, password, new Origin("a browser", "192.0.2.1")),
        AuthFixture.TRAIL);
  }

  static SignInForm sent(BeginSignIn.Answer.Form form) {
    return new SignInForm(form.handle(), form.binding(), form.csrf());
  }

  /** The code that a sign-in ends with. */
  String code(Map<String, String> request, String username) {
    var answer = submit(form(request), username, AuthFixture.PASSWORD);
    return query(((SignInAnswer.BackToClient) answer).uri()).get("code");
  }

  /** What the program asks for with the code. */
  Map<String, String> redemption(String code) {
    var request = new LinkedHashMap<String, String>();
    request.put("grant_type", "authorization_code");
    request.put("client_id", CLI);
    request.put("code", code);
    request.put("redirect_uri", REDIRECT);
    request.put("code_verifier", verifier.getValue());
    return request;
  }

  Map<String, String> refreshing(String refreshToken) {
    var request = new LinkedHashMap<String, String>();
    request.put("grant_type", "refresh_token");
    request.put("client_id", CLI);
    request.put("refresh_token", refreshToken);
    return request;
  }

  TokenResponse token(Map<String, String> request) {
    return auth.issueTokens.issue(http(request, null), AuthFixture.TRAIL);
  }

  TokenResponse token(Map<String, String> request, String authorization) {
    return auth.issueTokens.issue(http(request, authorization), AuthFixture.TRAIL);
  }

  /** Signs in and gives the first refresh token. */
  String refreshTokenOf(String username) {
    return refreshToken(token(redemption(code(request(), username))));
  }

  static String refreshToken(TokenResponse response) {
    return response.toSuccessResponse().getTokens().getRefreshToken().getValue();
  }

  static String accessToken(TokenResponse response) {
    return response.toSuccessResponse().getTokens().getAccessToken().getValue();
  }

  /** The error's code; {@code none} for a success. */
  static String error(TokenResponse response) {
    return response.indicatesSuccess()
        ? "none"
        : response.toErrorResponse().getErrorObject().getCode();
  }

  static Map<String, String> query(URI uri) {
    var first = new LinkedHashMap<String, String>();
    URLUtils.parseParameters(uri.getRawQuery())
        .forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  static HTTPRequest http(Map<String, String> form, String authorization) {
    var request =
        new HTTPRequest(HTTPRequest.Method.POST, URI.create(AuthFixture.ISSUER + "/token"));
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    var parameters = new LinkedHashMap<String, List<String>>();
    form.forEach((name, value) -> parameters.put(name, List.of(value)));
    request.setBody(URLUtils.serializeParameters(parameters));
    if (authorization != null) {
      request.setAuthorization(authorization);
    }
    return request;
  }
}
