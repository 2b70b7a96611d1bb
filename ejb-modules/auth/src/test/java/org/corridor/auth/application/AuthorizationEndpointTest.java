package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.query;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sign-in, from the client's request to the code. */
class AuthorizationEndpointTest {

  private static AuthFixture auth;

  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    auth.givenTeller("teller");
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void open() {
    browser = new Browser(auth);
    auth.now.set(AuthFixture.NOON);
  }

  @Test
  void sendsTheBrowserBackWithACodeAndWhatTheClientSent() {
    var answer = browser.submit(browser.form(browser.request()), "teller", AuthFixture.PASSWORD);

    var uri = ((SignInAnswer.BackToClient) answer).uri();
    assertThat(uri.toString()).startsWith(Browser.REDIRECT + "?");
    assertThat(query(uri))
        .containsEntry("state", "a state")
        .containsEntry("iss", AuthFixture.ISSUER)
        .containsOnlyKeys("code", "state", "iss");
  }

  @Test
  void takesTheUserNameHoweverItIsTyped() {
    var answer = browser.submit(browser.form(browser.request()), " Teller ", AuthFixture.PASSWORD);

    assertThat(answer).isInstanceOf(SignInAnswer.BackToClient.class);
  }

  /** Requests that nobody may be sent back from. */
  static Stream<Arguments> strangers() {
    return Stream.of(
        bad("no client", r -> r.remove("client_id")),
        bad("unknown client", r -> r.put("client_id", "nobody")),
        bad("no redirect", r -> r.remove("redirect_uri")),
        bad("other redirect", r -> r.put("redirect_uri", "https://evil.example/")),
        bad("other path", r -> r.put("redirect_uri", "http://127.0.0.1:8912/evil")),
        bad("user info", r -> r.put("redirect_uri", "http://127.0.0.1:1@evil.example/callback")),
        bad("no URI", r -> r.put("redirect_uri", ":")),
        bad("script", r -> r.put("redirect_uri", "javascript:alert(1)")),
        bad("and no response type", r -> sendNowhere(r)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangers")
  void sendsNothingToAnAddressThatIsNotTheClients(
      String name, Consumer<Map<String, String>> change) {
    var request = browser.request();
    change.accept(request);

    assertThat(browser.begin(request)).isInstanceOf(BeginSignIn.Answer.Refused.class);
  }

  /** Requests that the client is told the error of. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        bad("no PKCE", r -> withoutPkce(r), "invalid_request"),
        bad("plain PKCE", r -> r.put("code_challenge_method", "plain"), "invalid_request"),
        bad("no method", r -> r.remove("code_challenge_method"), "invalid_request"),
        bad("odd method", r -> r.put("code_challenge_method", "S512"), "invalid_request"),
        bad("short challenge", r -> r.put("code_challenge", "x"), "invalid_request"),
        bad("no response type", r -> r.remove("response_type"), "invalid_request"),
        bad("implicit", r -> r.put("response_type", "token"), "unsupported_response_type"),
        bad("hybrid", r -> r.put("response_type", "code id_token"), "unsupported_response_type"),
        bad("fragment", r -> r.put("response_mode", "fragment"), "invalid_request"),
        bad("form post", r -> r.put("response_mode", "form_post"), "invalid_request"),
        bad("unknown scope", r -> r.put("scope", "everything"), "invalid_scope"),
        bad("scope not granted", r -> r.put("scope", "ledger:post"), "invalid_scope"),
        bad("unknown resource", r -> r.put("resource", "urn:x:y"), "invalid_target"),
        bad("long state", r -> r.put("state", "x".repeat(2_000)), "invalid_request"),
        bad(
            "request by URI",
            r -> r.put("request_uri", "https://a.b/c"),
            "request_uri_not_supported"),
        bad("request object", r -> r.put("request", ALG_NONE), "request_not_supported"));
  }

  /** A JWT that is not signed. */
  private static final String ALG_NONE = "eyJhbGciOiJub25lIn0.e30.";

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mistakes")
  void tellsTheClientWhatIsWrong(
      String name, Consumer<Map<String, String>> change, String expected) {
    var request = browser.request();
    change.accept(request);

    var answer = browser.begin(request);

    var uri = ((BeginSignIn.Answer.BackToClient) answer).uri();
    assertThat(uri.toString()).startsWith(Browser.REDIRECT + "?");
    assertThat(query(uri))
        .containsEntry("error", expected)
        .containsEntry("iss", AuthFixture.ISSUER);
  }

  @Test
  void refusesAParameterThatIsSentTwice() {
    var answer =
        auth.beginSignIn.begin(
            Map.of(
                "client_id",
                List.of(Browser.CLI, Browser.CLI),
                "response_type",
                List.of("code"),
                "redirect_uri",
                List.of(Browser.REDIRECT)));

    assertThat(answer).isNotInstanceOf(BeginSignIn.Answer.Form.class);
  }

  @Test
  void givesEachBeginningACookieAndATokenOfItsOwn() {
    var first = browser.form(browser.request());
    var second = browser.form(browser.request());

    assertThat(List.of(first.binding(), first.csrf(), first.handle()))
        .doesNotContain(second.binding(), second.csrf(), second.handle());
  }

  @Test
  void refusesAFormWithoutItsCookieOrItsToken() {
    var mine = browser.form(browser.request());
    var theirs = browser.form(browser.request());
    var otherCookie = with(mine, theirs.binding(), mine.csrf());
    var otherToken = with(mine, mine.binding(), theirs.csrf());
    var neither = with(mine, "", "");

    for (var forged : List.of(otherCookie, otherToken, neither)) {
      assertThat(browser.submit(forged, "teller", AuthFixture.PASSWORD))
          .isInstanceOf(SignInAnswer.BeginAnew.class);
    }
    assertThat(browser.submit(mine, "teller", AuthFixture.PASSWORD))
        .isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void takesAFormOnce() {
    var form = browser.form(browser.request());
    browser.submit(form, "teller", AuthFixture.PASSWORD);

    assertThat(browser.submit(form, "teller", AuthFixture.PASSWORD))
        .isInstanceOf(SignInAnswer.BeginAnew.class);
  }

  @Test
  void showsTheSameFormAgainAfterAWrongPassword() {
    var form = browser.form(browser.request());

    var answer = browser.submit(form, "teller", "wrong horse battery");

    assertThat(answer).isEqualTo(new SignInAnswer.TryAgain(form.signIn()));
    assertThat(browser.submit(form, "teller", AuthFixture.PASSWORD))
        .isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void keepsNoSecretOfASignInInRedis() {
    var form = browser.form(browser.request());
    var code = browser.code(browser.request(), "teller");

    assertThat(auth.redisDump())
        .isNotEmpty()
        .noneMatch(
            text ->
                text.contains(form.binding())
                    || text.contains(form.csrf())
                    || text.contains(form.handle())
                    || text.contains(code));
  }

  private static BeginSignIn.Answer.Form with(
      BeginSignIn.Answer.Form form, String binding, String csrf) {
    return new BeginSignIn.Answer.Form(form.handle(), binding, csrf, form.signIn());
  }

  private static void withoutPkce(Map<String, String> request) {
    request.remove("code_challenge");
    request.remove("code_challenge_method");
  }

  private static void sendNowhere(Map<String, String> request) {
    request.remove("response_type");
    request.put("redirect_uri", URI.create("https://evil.example/").toString());
  }

  private static Arguments bad(String name, Consumer<Map<String, String>> change) {
    return Arguments.of(name, change);
  }

  private static Arguments bad(String name, Consumer<Map<String, String>> change, String expected) {
    return Arguments.of(name, change, expected);
  }
}
