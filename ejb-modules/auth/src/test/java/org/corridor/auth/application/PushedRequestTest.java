package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.query;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Authorization requests that the client pushes (RFC 9126). */
class PushedRequestTest {

  private static AuthFixture auth;
  private static RegisterApiClient.Registered strict;

  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    auth.givenTeller("teller");
    strict =
        done(
            auth.register(
                new RegisterApiClient.Command(
                    "Careful",
                    false,
                    new ApiClient.Access(
                        Set.of(GrantType.AUTHORIZATION_CODE),
                        Set.of(Browser.REDIRECT),
                        Set.of("accounts:read"),
                        new ApiClient.Options(Set.of(), true, false, false, true)),
                    ADMIN,
                    TRAIL)));
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void aBrowser() {
    browser = new Browser(auth);
  }

  @Test
  void leadToACodeAsOpenOnesDo() {
    var pushed = push(browser.request(), null).toSuccessResponse();

    var code = browser.code(asked(Browser.CLI, pushed.getRequestURI().toString()), "teller");

    assertThat(pushed.getLifetime()).isEqualTo(90);
    assertThat(error(browser.token(browser.redemption(code)))).isEqualTo("none");
  }

  @Test
  void areUsedOnce() {
    var uri = pushedUri(browser.request());

    assertThat(browser.begin(asked(Browser.CLI, uri))).isInstanceOf(BeginSignIn.Answer.Form.class);
    assertThat(browser.begin(asked(Browser.CLI, uri)))
        .isInstanceOf(BeginSignIn.Answer.Refused.class);
  }

  @Test
  void areTheClientsWhoHasPushedThem() {
    assertThat(browser.begin(asked("another", pushedUri(browser.request()))))
        .isInstanceOf(BeginSignIn.Answer.Refused.class);
    assertThat(browser.begin(Map.of("request_uri", pushedUri(browser.request()))))
        .isInstanceOf(BeginSignIn.Answer.Refused.class);
    assertThat(browser.begin(asked(Browser.CLI, "urn:ietf:params:oauth:request_uri:guess")))
        .isInstanceOf(BeginSignIn.Answer.Refused.class);
  }

  @Test
  void cannotBeChangedByTheBrowser() {
    var changed = asked(Browser.CLI, pushedUri(browser.request()));
    changed.put("state", "another");
    changed.put("redirect_uri", "https://evil.test/");
    changed.put("scope", "users:create");

    var form = browser.form(changed);

    assertThat(form.signIn().state()).isEqualTo("a state");
    assertThat(form.signIn().redirectUri()).hasToString(Browser.REDIRECT);
    assertThat(form.signIn().scopes()).hasSizeGreaterThan(1);
  }

  @Test
  void areAllThatAClientMayUseWhichIsRegisteredSo() {
    var request = browser.request();
    request.put("client_id", strict.client().clientId());

    var open = (BeginSignIn.Answer.BackToClient) browser.begin(request);
    var pushed = push(request, basic(strict.secret())).toSuccessResponse();
    var form = asked(strict.client().clientId(), pushed.getRequestURI().toString());

    assertThat(query(open.uri())).containsEntry("error", "invalid_request");
    assertThat(query(open.uri())).containsEntry("iss", AuthFixture.ISSUER);
    assertThat(browser.begin(form)).isInstanceOf(BeginSignIn.Answer.Form.class);
  }

  @Test
  void needTheClientsCredentials() {
    var request = browser.request();
    request.put("client_id", strict.client().clientId());

    assertThat(errorOf(push(request, null))).isEqualTo("invalid_client");
    assertThat(errorOf(push(request, basic("guess")))).isEqualTo("invalid_client");
    request.put("client_id", Browser.CLI);
    assertThat(errorOf(push(request, basic(strict.secret())))).isEqualTo("invalid_request");
  }

  @Test
  void areKeptWithoutCredentials() {
    var request = browser.request();
    request.put("client_id", strict.client().clientId());
    request.put("client_secret", strict.secret());

    push(request, null).toSuccessResponse();

    assertThat(auth.redisDump()).noneMatch(text -> text.contains(strict.secret()));
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad("no redirect", r -> r.remove("redirect_uri"), "invalid_request"),
        bad(
            "foreign redirect",
            r -> r.put("redirect_uri", "https://evil.test/"),
            "invalid_request"),
        bad("no PKCE", r -> r.remove("code_challenge"), "invalid_request"),
        bad("plain PKCE", r -> r.put("code_challenge_method", "plain"), "invalid_request"),
        bad("implicit", r -> r.put("response_type", "token"), "unsupported_response_type"),
        bad("scope not granted", r -> r.put("scope", "ledger:post"), "invalid_scope"),
        bad("other resource", r -> r.put("resource", "urn:x:y"), "invalid_target"),
        bad(
            "a reference of a reference",
            r -> r.put("request_uri", "urn:ietf:params:oauth:request_uri:x"),
            "invalid_request"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("badRequests")
  void areRefusedAtOnceIfTheyAreNotInOrder(
      String name, Consumer<Map<String, String>> change, String expected) {
    var request = browser.request();
    change.accept(request);

    assertThat(errorOf(push(request, null))).isEqualTo(expected);
  }

  private static Arguments bad(String name, Consumer<Map<String, String>> change, String expected) {
    return Arguments.of(name, change, expected);
  }

  private String pushedUri(Map<String, String> request) {
    return push(request, null).toSuccessResponse().getRequestURI().toString();
  }

  private static PushedAuthorizationResponse push(
      Map<String, String> request, String authorization) {
    return auth.pushRequest.push(Browser.http(request, authorization));
  }

  private static String errorOf(PushedAuthorizationResponse response) {
    return response.toErrorResponse().getErrorObject().getCode();
  }

  private static Map<String, String> asked(String clientId, String requestUri) {
    var request = new LinkedHashMap<String, String>();
    request.put("client_id", clientId);
    request.put("request_uri", requestUri);
    return request;
  }

  private static String basic(String secret) {
    return new ClientSecretBasic(new ClientID(strict.client().clientId()), new Secret(secret))
        .toHTTPAuthorizationHeader();
  }
}
