package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.GrantType;

/** Whatever comes in is read, or refused as the protocol has it; nothing else happens. */
class ProtocolMessagesFuzzTest {

  private static final URI ENDPOINT = URI.create("https://bank.example/api/auth/v1/token");
  private static final String ASSERTED =
      "grant_type=client_credentials&client_assertion_type="
          + encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
          + "&client_assertion=";
  private static final String WANTED =
      "response_type=code&client_id=portal&redirect_uri=https%3A%2F%2Fbank.example%2Fback"
          + "&code_challenge_method=S256&code_challenge="
          + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&";
  private static final ApiClient PORTAL =
      new ApiClient(
          "portal",
          1,
          "Portal",
          Credentials.none(),
          new ApiClient.Access(
              Set.of(GrantType.AUTHORIZATION_CODE),
              Set.of("https://bank.example/back"),
              Set.of("accounts:read", "openid")),
          true,
          Instant.parse("2026-11-02T12:00:00Z"));

  @FuzzTest
  void readsMessages(FuzzedDataProvider data) {
    switch (data.consumeInt(0, 4)) {
      case 0 -> readsTokenRequest(data);
      case 1 -> readsAuthorizationRequest(data);
      case 2 -> readsPushedRequest(data);
      case 3 -> readsLogoutRequest(data);
      default -> readsToken(data);
    }
  }

  private static void readsTokenRequest(FuzzedDataProvider data) {
    var body =
        data.consumeBoolean()
            ? ASSERTED + encode(jwt(data)) + '&' + data.consumeRemainingAsString()
            : data.consumeRemainingAsString();

    try {
      var request = ProtocolMessages.read(() -> TokenRequest.parse(post(body)));

      assertThat(request.getAuthorizationGrant()).isNotNull();
      if (request.getClientAuthentication() instanceof JWTAuthentication assertion) {
        assertThat(assertion.getJWTAuthenticationClaimsSet().getSubject()).isNotNull();
      }
    } catch (GeneralException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  /** What is wanted of a client's is no more than it may have. */
  private static void readsAuthorizationRequest(FuzzedDataProvider data) {
    var parameters =
        URLUtils.parseParameters(
            (data.consumeBoolean() ? WANTED : "") + data.consumeRemainingAsString());

    try {
      var request = ProtocolMessages.read(() -> AuthorizationRequest.parse(parameters));
      var wanted = RequestChecks.wanted(request, PORTAL);

      assertThat(PORTAL.access().scopes()).containsAll(wanted.scopes());
      assertThat(request.getCodeChallenge().getValue()).hasSize(43);
    } catch (GeneralException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static void readsPushedRequest(FuzzedDataProvider data) {
    var body = (data.consumeBoolean() ? WANTED : "") + data.consumeRemainingAsString();

    try {
      var pushed = ProtocolMessages.read(() -> PushedAuthorizationRequest.parse(post(body)));

      assertThat(pushed.getAuthorizationRequest().getClientID()).isNotNull();
    } catch (GeneralException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static void readsLogoutRequest(FuzzedDataProvider data) {
    var parameters =
        Map.of(
            "id_token_hint", List.of(jwt(data)),
            "client_id", List.of(data.consumeString(20)),
            "post_logout_redirect_uri", List.of(data.consumeRemainingAsString()));

    try {
      var request = ProtocolMessages.read(() -> LogoutRequest.parse(parameters));

      assertThat(request.getIDTokenHint()).isNotNull();
    } catch (GeneralException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static void readsToken(FuzzedDataProvider data) {
    var text = data.consumeBoolean() ? jwt(data) : data.consumeRemainingAsString();

    try {
      if (ProtocolMessages.jwt(text) instanceof SignedJWT signed) {
        assertThat(signed.getHeader().getAlgorithm()).isNotNull();
      }
    } catch (ParseException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static String jwt(FuzzedDataProvider data) {
    var header = data.pickValue(new String[] {"null", "{}", "{\"alg\":\"ES256\"}", ""});
    var headerText = header.isEmpty() ? data.consumeString(60) : header;
    return base64(headerText) + '.' + base64(data.consumeString(200)) + ".AAAA";
  }

  private static HTTPRequest post(String body) {
    var request = new HTTPRequest(HTTPRequest.Method.POST, ENDPOINT);
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    request.setBody(body);
    return request;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
