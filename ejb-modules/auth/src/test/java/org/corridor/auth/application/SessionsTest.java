package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is signed in stays so, until it signs out or is signed out. */
class SessionsTest {

  private static AuthFixture auth;
  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void atNoon() {
    auth.now.set(NOON);
    browser = new Browser(auth);
  }

  @Test
  void whoIsSignedInIsNotAskedAgain() {
    auth.givenTeller("returning");
    var cookie = signIn("returning");

    var uri = resumed(browser.form(browser.request()), cookie);

    var tokens = browser.token(browser.redemption(Browser.query(uri).get("code")));
    assertThat(Browser.error(tokens)).isEqualTo("none");
    assertThat(Browser.query(uri)).containsEntry("state", "a state");
  }

  @Test
  void eachSignInHasAnotherSessionSoNobodyPlantsOne() {
    auth.givenTeller("fixated");
    var cookies = new HashSet<String>();
    for (var i = 0; i < 5; i++) {
      cookies.add(signIn("fixated"));
    }

    assertThat(cookies).hasSize(5);
    assertThat(auth.redisDump())
        .noneMatch(text -> cookies.stream().anyMatch(c -> text.contains(c.substring(37))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x.y", "01936d5c-0000-7000-8000-00000000ffff.secret"})
  void whatIsNoSessionMustSignIn(String cookie) {
    assertThat(auth.continueSession.resume(browser.form(browser.request()), cookie)).isEmpty();
  }

  @Test
  void aSessionWithAnotherSecretIsNone() {
    auth.givenTeller("robbed");
    var cookie = signIn("robbed");

    assertThat(auth.browsers.find(cookie.substring(0, 37) + "A".repeat(43))).isEmpty();
    assertThat(auth.browsers.find(cookie)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "prompt, login, false",
    "max_age, 0, false",
    "max_age, 60, false",
    "max_age, 3600, true",
    "acr_values, urn:corridor:acr:password, true",
    "acr_values, urn:corridor:acr:two-factors, false",
  })
  void aRequestSaysHowFreshAndStrongASignInMustBe(String name, String value, boolean enough) {
    auth.givenTeller("demanding-" + name + value.hashCode());
    var cookie = signIn("demanding-" + name + value.hashCode());
    auth.now.set(NOON.plusSeconds(120));
    var request = browser.request();
    request.put(name, value);

    assertThat(auth.continueSession.resume(browser.form(request), cookie).isPresent())
        .isEqualTo(enough);
  }

  @Test
  void withoutAskingACodeIsGivenForASessionAndOtherwiseAnError() {
    auth.givenTeller("silent");
    var cookie = signIn("silent");
    var request = browser.request();
    request.put("prompt", "none");

    var code = resumed(browser.form(request), cookie);
    var form = browser.form(request);
    var error = resumed(form, "");

    assertThat(Browser.query(code)).containsKey("code").doesNotContainKey("error");
    assertThat(Browser.query(error))
        .containsEntry("error", "login_required")
        .containsEntry("state", "a state")
        .containsKey("iss")
        .doesNotContainKey("code");
    assertThat(browser.submit(form, "silent", PASSWORD)).isInstanceOf(SignInAnswer.BeginAnew.class);
  }

  @Test
  void aSessionEndsWithTheLongestSignIn() {
    auth.givenTeller("tired");
    var cookie = signIn("tired");

    auth.now.set(NOON.plus(Duration.ofHours(12)));

    assertThat(auth.browsers.find(cookie)).isEmpty();
  }

  @Test
  void anotherPasswordEndsEverySession() {
    var user = auth.givenTeller("careful");
    var cookie = signIn("careful");
    auth.now.set(NOON.plusSeconds(60));

    done(
        auth.changePassword(
            new ChangePassword.Command(
                user.id(), PASSWORD, "another good password", self(user), TRAIL)));

    assertThat(auth.browsers.find(cookie)).isEmpty();
    assertThat(list(user).browsers()).isEmpty();
  }

  @Test
  void signingABrowserOutEndsWhatProgramsWereGivenThroughIt() {
    var user = auth.givenTeller("tidy");
    var first = browser.refreshTokenOf("tidy");
    var second = browser.refreshTokenOf("tidy");
    var session = list(user).programs().get(0).proof().sessionId();

    done(auth.signOut.one(user.id(), session, self(user), TRAIL));

    assertThat(list(user).browsers()).hasSize(1);
    assertThat(list(user).programs()).hasSize(1);
    var errors =
        Set.of(
            Browser.error(browser.token(browser.refreshing(first))),
            Browser.error(browser.token(browser.refreshing(second))));
    assertThat(errors).containsExactlyInAnyOrder("none", "invalid_grant");
    assertThat(auth.eventTypes("session/" + session)).containsExactly("auth.session-ended.v1");
    assertThat(auth.signOut.one(user.id(), session, self(user), TRAIL))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aCodeIsNoGoodOnceItsSessionHasEnded() {
    var user = auth.givenTeller("gone");
    var code = browser.code(browser.request(), "gone");
    var session = list(user).browsers().get(0).id();

    done(auth.signOut.one(user.id(), session, self(user), TRAIL));

    assertThat(Browser.error(browser.token(browser.redemption(code)))).isEqualTo("invalid_grant");
  }

  @Test
  void noTokenLivesOnceItsSessionHasEndedWhicheverComesFirst() throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    for (var round = 0; round < 40; round++) {
      var user = auth.givenTeller("leaving" + round);
      var code = browser.code(browser.request(), user.username());
      var session = list(user).browsers().get(0).id();
      var tokens = threads.submit(() -> browser.token(browser.redemption(code)));
      var end = threads.submit(() -> auth.signOut.one(user.id(), session, self(user), TRAIL));

      done(end.get());
      var answer = tokens.get();

      assertThat(auth.refreshTokens.of(user.id())).isEmpty();
      if (Browser.error(answer).equals("none")) {
        assertThat(auth.verifyToken.verify(Browser.accessToken(answer))).isEmpty();
      } else {
        assertThat(Browser.error(answer)).isEqualTo("invalid_grant");
      }
    }
    threads.shutdown();
  }

  @Test
  void signingOutEverywhereLeavesNothing() {
    var user = auth.givenTeller("lost-phone");
    var refreshToken = browser.refreshTokenOf("lost-phone");
    var cookie = signIn("lost-phone");
    auth.now.set(NOON.plusSeconds(1));

    done(auth.signOut.everywhere(user.id(), self(user), TRAIL));

    assertThat(auth.browsers.find(cookie)).isEmpty();
    assertThat(Browser.error(browser.token(browser.refreshing(refreshToken))))
        .isEqualTo("invalid_grant");
    assertThat(list(user)).isEqualTo(new SignOut.SignIns(List.of(), List.of()));
    assertThat(auth.eventTypes("user/" + user.id()))
        .containsExactly("auth.user-created.v1", "auth.signed-out-everywhere.v1");
    assertThat(signIn("lost-phone")).isNotEmpty();
  }

  @Test
  void anAdministratorSignsOutWhomItManagesAndNobodyElseDoes() {
    var user = auth.givenTeller("managed");
    signIn("managed");
    var stranger = new Caller("stranger", Set.of(), null, null, Map.of());
    var munich = new Caller("munich", Set.of("users:update"), "MUC", null, Map.of());

    assertThat(refusal(auth.signOut.everywhere(user.id(), stranger, TRAIL)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusal(auth.signOut.everywhere(user.id(), munich, TRAIL)))
        .isEqualTo(new Refusal.NotFound("user"));
    auth.now.set(NOON.plusSeconds(1));
    done(auth.signOut.everywhere(user.id(), ADMIN, TRAIL));

    assertThat(list(user).browsers()).isEmpty();
  }

  @Test
  void nobodyEndsASessionOfAnotherAsItsOwn() {
    var user = auth.givenTeller("owner");
    var thief = auth.givenTeller("thief");
    var cookie = signIn("owner");
    var session = list(user).browsers().get(0).id();

    assertThat(refusal(auth.signOut.one(thief.id(), session, self(thief), TRAIL)))
        .isEqualTo(new Refusal.NotFound("sign-in"));
    assertThat(auth.browsers.find(cookie)).isPresent();
  }

  @Test
  void aTokenSaysHowItsUserHasSignedIn() throws ParseException {
    auth.givenTeller("described");
    var request = browser.request();
    request.put("scope", "openid");
    var tokens = browser.token(browser.redemption(browser.code(request, "described")));

    var access = SignedJWT.parse(Browser.accessToken(tokens)).getJWTClaimsSet();
    assertThat(access.getStringClaim("acr")).isEqualTo(Proof.ACR_PASSWORD);
    assertThat(access.getStringListClaim("amr")).containsExactly("pwd");
    assertThat(access.getLongClaim("auth_time")).isEqualTo(NOON.getEpochSecond());
  }

  private static URI resumed(BeginSignIn.Answer.Form form, String cookie) {
    var answer = auth.continueSession.resume(form, cookie).orElseThrow();
    return ((SignInAnswer.SentBack) answer).uri();
  }

  private String signIn(String username) {
    var answer = browser.submit(browser.form(browser.request()), username, PASSWORD);
    return ((SignInAnswer.BackToClient) answer).begun().cookie();
  }

  private static SignOut.SignIns list(User user) {
    return done(auth.signOut.list(user.id(), self(auth.users.byId(user.id()).orElseThrow())));
  }

  private static Caller self(User user) {
    Assignment assignment = user.assignment();
    return new Caller(user.id().toString(), Set.of(), assignment.branch(), null, Map.of());
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).refusal();
  }
}
