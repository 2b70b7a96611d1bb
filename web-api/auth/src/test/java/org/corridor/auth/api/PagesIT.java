package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.corridor.testing.Authenticator;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on the real server, as a browser without scripts gets them. */
@ExtendWith(ArquillianExtension.class)
class PagesIT {

  private static final String PASSWORD = "correct horse battery";
  private static final String PASSKEYS = "<script src=\"passkeys.js\" defer></script>";
  private static final String SESSION = "__Host-corridor-session";
  private static final String AUTHORIZE =
      "authorize?response_type=code&client_id=corridor-cli&state=s&code_challenge_method=S256"
          + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
          + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8912%2Fcallback";

  @ArquillianResource private URL url;

  private AuthDoor door;
  private PageBrowser browser;
  private final Map<String, String> ids = new HashMap<>();

  @Deployment(testable = false)
  static WebArchive theWarAsItIsBuilt() {
    return RedisForTests.theWar();
  }

  @BeforeEach
  void atTheDoor() throws URISyntaxException {
    door = new AuthDoor(url.toURI());
    browser = new PageBrowser(url.toURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {AUTHORIZE, "account", "forgotten-password", "password-link?token=x"})
  void arePlainAndStrictInBothLanguages(String path) {
    var english = browser.get(path);
    browser.language = "de-AT,de;q=0.9,en;q=0.5";
    var german = browser.get(path);

    assertThat(english.body()).contains("<html lang=\"en\">", "<h1>", "href=\"style.css\"");
    assertThat(german.body()).contains("<html lang=\"de\">");
    for (var page : new HttpResponse<?>[] {english, german}) {
      assertThat(page.body().toString().replace(PASSKEYS, ""))
          .doesNotContain("<script", "<style", " style=");
      assertThat(header(page, "Content-Security-Policy"))
          .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "script-src 'none'");
      assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(page, "Cache-Control")).contains("no-store");
      assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void haveOneScriptOnThePagesThatTakePasskeys() {
    var script = browser.get("passkeys.js");

    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(header(script, "Content-Type")).startsWith("text/javascript");
    assertThat(browser.get(AUTHORIZE).body()).contains(PASSKEYS);
    assertThat(header(browser.get(AUTHORIZE), "Content-Security-Policy"))
        .contains("script-src 'self';");
    assertThat(header(browser.get("forgotten-password"), "Content-Security-Policy"))
        .doesNotContain("script");
  }

  @Test
  void aPasskeyThatIsNoneLetsNobodyInAndIsAddedToNothing() {
    var page = browser.get(AUTHORIZE);
    assertThat(browser.post("sign-in-passkey", Map.of("credential", "{}")).statusCode())
        .isEqualTo(400);
    var fields = PageBrowser.hidden(page);
    fields.put("credential", "{\"id\":\"AA\"}");
    var refused = browser.post("sign-in-passkey", fields);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("This passkey was not taken");

    assertThat(browser.get("account-passkeys").body()).contains("name=\"username\"");
    browser.submit(refused, Map.of("username", aTeller(), "password", PASSWORD));
    var list = browser.get("account-passkeys");
    assertThat(list.body()).contains("data-passkey=\"create\"");
    var unnamed =
        browser.submit(list, "account-passkey-new", Map.of("passkey_name", "", "credential", "{}"));
    assertThat(unnamed.statusCode()).isEqualTo(422);
    assertThat(browser.post("account-passkey-new", Map.of("passkey_name", "x")).statusCode())
        .isEqualTo(303);
    assertThat(browser.post("account-passkey-off", Map.of("id", "x")).statusCode()).isEqualTo(303);
  }

  @Test
  void haveOneStylesheet() {
    var style = browser.get("style.css");

    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(header(style, "Content-Type")).startsWith("text/css");
    assertThat(style.body()).contains("--action");
  }

  @Test
  void whoIsSignedInIsSentBackAtOnceUntilItSignsOut() {
    var in = signIn(aTeller(), PASSWORD);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith(SESSION)
                    && cookie.contains("Secure")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"));

    assertThat(browser.get(AUTHORIZE).statusCode()).isEqualTo(303);
    assertThat(browser.get(AUTHORIZE + "&prompt=login").statusCode()).isEqualTo(200);
    var account = browser.get("account");
    assertThat(account.body()).contains("a browser for tests");
    browser.submit(account, Map.of());

    assertThat(browser.get(AUTHORIZE).statusCode()).isEqualTo(200);
  }

  @Test
  void aSignInGivesTheBrowserAnotherSession() {
    var teller = aTeller();
    signIn(teller, PASSWORD);
    var first = browser.cookies.get(SESSION);

    browser.submit(
        browser.get(AUTHORIZE + "&prompt=login"), Map.of("username", teller, "password", PASSWORD));

    assertThat(browser.cookies.get(SESSION)).isNotEqualTo(first);
    browser.cookies.put(SESSION, first);
    assertThat(browser.get(AUTHORIZE).statusCode()).isEqualTo(200);
  }

  @Test
  void anExpiredPasswordIsReplacedOnTheWayIn() {
    var teller = aTeller();
    expirePassword(teller);

    var asked = signIn(teller, PASSWORD);
    assertThat(asked.statusCode()).isEqualTo(200);
    var refused = browser.submit(asked, Map.of("new_password", "Password2026!!"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"", "known from breaches");
    var in = browser.submit(refused, Map.of("new_password", "another good password"));

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(header(in, "Location")).contains("code=");
  }

  @Test
  void aSecondFactorIsSwitchedOnAskedForAndReplacedByARecoveryCode() {
    var teller = aTeller();
    signIn(teller, PASSWORD);
    var begun =
        browser.submit(
            browser.get("account"), "account-second-factor", Map.of("password", PASSWORD));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
    var app = new Authenticator(firstCode(begun));
    assertThat(browser.submit(begun, Map.of("code", "000000")).statusCode()).isEqualTo(403);
    var on = browser.submit(begun, Map.of("code", app.code(0)));
    assertThat(on.statusCode()).as(on.body()).isEqualTo(200);

    var asked = signIn(teller, PASSWORD);
    assertThat(asked.body()).contains("autocomplete=\"one-time-code\"");
    assertThat(browser.submit(asked, Map.of("code", "000000")).statusCode()).isEqualTo(403);
    assertThat(browser.submit(asked, Map.of("code", app.code(1))).statusCode()).isEqualTo(303);

    var again = signIn(teller, PASSWORD);
    var recovery = firstCode(on);
    assertThat(browser.submit(again, Map.of("code", recovery)).statusCode()).isEqualTo(303);
    var third = signIn(teller, PASSWORD);
    assertThat(browser.submit(third, Map.of("code", recovery)).statusCode()).isEqualTo(403);
    assertThat(browser.get(AUTHORIZE + "&acr_values=urn:corridor:acr:two-factors").statusCode())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void whoseRoleDemandsASecondFactorSetsItUpOnTheWayIn(String language) {
    browser.language = language;
    var person = aUser("ORG_USER");
    var asked = signIn(person, PASSWORD);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(asked.body())
        .contains("<svg", "action=\"sign-in-factor\"", "data-passkey=\"create\"")
        .contains(language.equals("en") ? "Set up a second factor" : "Zweiten Faktor einrichten");
    assertThat(browser.cookies).doesNotContainKey(SESSION);
    var script = door.script("v1/login", login(person));
    assertThat(script.status()).isEqualTo(403);
    assertThat(script.code()).isEqualTo("second-factor-missing");

    var wrong = browser.submit(asked, "sign-in-factor", Map.of("code", "000000"));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).doesNotContain("<svg").contains("action=\"sign-in-go-on\"");
    var named = Map.of("passkey_name", "mine", "credential", "{}");
    assertThat(browser.submit(wrong, "sign-in-factor-passkey", named).statusCode()).isEqualTo(422);
    var again = browser.submit(wrong, "sign-in-go-on", Map.of());
    assertThat(again.body()).contains("<svg");
    assertThat(firstCode(again)).isNotEqualTo(firstCode(asked));
    var app = new Authenticator(firstCode(again));
    var recovery = browser.submit(again, "sign-in-factor", Map.of("code", app.code(0)));
    assertThat(recovery.statusCode()).as(recovery.body()).isEqualTo(200);
    assertThat(browser.cookies).doesNotContainKey(SESSION);
    var in = browser.submit(recovery, Map.of());

    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(header(in, "Location")).contains("code=");
    assertThat(browser.get(AUTHORIZE + "&acr_values=urn:corridor:acr:two-factors").statusCode())
        .isEqualTo(303);
    var kept =
        browser.submit(
            browser.get("account"), "account-second-factor-off", Map.of("code", app.code(1)));
    assertThat(kept.statusCode()).isEqualTo(403);
    assertThat(kept.body())
        .contains(language.equals("en") ? "demand a second factor" : "verlangen einen zweiten");
    assertThat(signIn(person, PASSWORD).body()).contains("autocomplete=\"one-time-code\"");
  }

  @Test
  void recoveryCodesAreRenewedShortlyAfterASignInWithTwoFactors() {
    var teller = aTeller();
    signIn(teller, PASSWORD);
    assertThat(browser.get("account-recovery-codes").statusCode()).as("none").isEqualTo(303);
    var begun =
        browser.submit(
            browser.get("account"), "account-second-factor", Map.of("password", PASSWORD));
    var app = new Authenticator(firstCode(begun));
    var old = firstCode(browser.submit(begun, Map.of("code", app.code(0))));
    var asked = browser.get("account-recovery-codes");
    assertThat(asked.body()).as("of the password alone").contains("name=\"username\"");
    var code = browser.submit(asked, Map.of("username", teller, "password", PASSWORD));
    assertThat(browser.submit(code, Map.of("code", app.code(1))).statusCode()).isEqualTo(303);

    var page = browser.get("account-recovery-codes");
    assertThat(page.body()).contains("You have 10 recovery codes left");
    assertThat(browser.post("account-recovery-codes", Map.of("csrf", "forged")).statusCode())
        .isEqualTo(303);
    var renewed = browser.submit(page, Map.of());
    assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);

    var again = signIn(teller, PASSWORD);
    assertThat(browser.submit(again, Map.of("code", old)).statusCode()).isEqualTo(403);
    assertThat(browser.submit(again, Map.of("code", firstCode(renewed))).statusCode())
        .isEqualTo(303);
  }

  private static String login(String username) {
    return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD);
  }

  private static String firstCode(HttpResponse<String> page) {
    var from = page.body().indexOf("<code>") + "<code>".length();
    return page.body().substring(from, page.body().indexOf("</code>", from));
  }

  @Test
  void whetherThereIsSuchAUserIsToldToNobody() {
    var page = browser.get("forgotten-password");

    var known = browser.submit(page, Map.of("username", aTeller()));
    var unknown = browser.submit(page, Map.of("username", "nobody-of-this-name"));

    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body());
    var badly = signIn("nobody-of-this-name", PASSWORD);
    var wrongly = signIn(aTeller(), "wrong horse battery");
    assertThat(badly.statusCode()).isEqualTo(wrongly.statusCode());
    assertThat(text(badly)).isEqualTo(text(wrongly));
  }

  @Test
  void noFormGoesThroughWithoutItsTokenAndItsCookie() {
    signIn(aTeller(), PASSWORD);
    var session = browser.cookies.get(SESSION);

    assertThat(browser.post("forgotten-password", Map.of("username", "x")).statusCode())
        .isEqualTo(403);
    assertThat(browser.post("password-link", Map.of("token", "x")).statusCode()).isEqualTo(403);
    assertThat(browser.post("sign-in", Map.of("username", "x")).statusCode()).isEqualTo(400);
    assertThat(browser.post("sign-in-code", Map.of("code", "x")).statusCode()).isEqualTo(400);
    assertThat(browser.post("sign-in-factor", Map.of("code", "x")).statusCode()).isEqualTo(400);
    assertThat(browser.post("sign-in-factor-passkey", Map.of("credential", "x")).statusCode())
        .isEqualTo(400);
    assertThat(browser.post("sign-in-go-on", Map.of("sign_in", "x")).statusCode()).isEqualTo(400);
    assertThat(browser.post("account-passkey-name", Map.of("id", "x")).statusCode()).isEqualTo(303);
    assertThat(browser.post("account-second-factor", Map.of("password", PASSWORD)).statusCode())
        .isEqualTo(303);
    assertThat(browser.post("account-second-factor-off", Map.of("code", "x")).statusCode())
        .isEqualTo(303);
    assertThat(browser.post("sign-in-password", Map.of("new_password", "x")).statusCode())
        .isEqualTo(400);
    browser.post("account-sign-out", Map.of("csrf", "forged"));
    assertThat(browser.get("account").body()).contains("a browser for tests");

    var page = browser.get("forgotten-password");
    browser.cookies.clear();
    assertThat(browser.submit(page, Map.of("username", "x")).statusCode()).isEqualTo(403);
    browser.cookies.put(SESSION, session);
    assertThat(browser.get("account").body()).contains("a browser for tests");
  }

  @Test
  void aLinkThatIsNoneIsGone() {
    assertThat(browser.get("password-link?token=x").statusCode()).isEqualTo(410);
    assertThat(browser.get("password-link").statusCode()).isEqualTo(410);
  }

  private HttpResponse<String> signIn(String username, String password) {
    var page = browser.get(AUTHORIZE + "&prompt=login");
    return browser.submit(page, Map.of("username", username, "password", password));
  }

  private String machineToken() {
    return door.machine(RedisForTests.BOOTSTRAP_CLIENT, RedisForTests.BOOTSTRAP_SECRET)
        .accessToken();
  }

  private String aTeller() {
    return aUser("TELLER");
  }

  private String aUser(String role) {
    var username = "t" + UUID.randomUUID();
    var created =
        door.post(
            "v1/users",
            machineToken(),
            "{\"username\":\"%s\",\"displayName\":\"Tina Teller\",\"password\":\"%s\",\"roles\":[\"%s\"],\"branch\":\"BER\"}"
                .formatted(username, PASSWORD, role));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    ids.put(username, created.body().path("id").asText());
    return username;
  }

  private void expirePassword(String username) {
    var path = "v1/users/" + ids.get(username) + "/password/expiry";
    assertThat(door.put(path, machineToken())).isEqualTo(204);
  }

  /** The page without what differs each time. */
  private static String text(HttpResponse<String> page) {
    return page.body().replaceAll("(value|data-options)=\"[^\"]*\"", "");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
