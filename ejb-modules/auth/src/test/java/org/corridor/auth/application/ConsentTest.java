package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.query;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.oauth2.sdk.TokenResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.auth.application.SignInAnswer.BackToClient;
import org.corridor.auth.application.SignInAnswer.BeginAnew;
import org.corridor.auth.application.SignInAnswer.SentBack;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Consent;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs of others get what the person lets them have, and no more. */
class ConsentTest {

  private static AuthFixture auth;

  private Browser browser;
  private String budget;

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
    budget = register("Budget", GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
  }

  @Test
  void whoSignsInForAProgramOfOthersIsAskedOnce() {
    var user = auth.givenTeller("asked");
    var form = browser.form(request("accounts:read"));

    assertThat(browser.submit(form, "asked", PASSWORD)).isInstanceOf(SignInAnswer.Consent.class);
    var in = (BackToClient) decide(form, true, "");

    assertThat(error(redeem(in.uri()))).isEqualTo("none");
    assertThat(auth.withdrawConsent.list(user.id()))
        .singleElement()
        .satisfies(
            consent -> {
              assertThat(consent.apiClientId()).isEqualTo(budget);
              assertThat(consent.scopes()).containsExactly("accounts:read");
              assertThat(auth.eventTypes("consent/" + consent.id()))
                  .containsExactly("auth.consent-given.v1");
            });
    assertThat(browser.submit(browser.form(request("accounts:read")), "asked", PASSWORD))
        .as("the next time")
        .isInstanceOf(BackToClient.class);
  }

  @Test
  void whoSaysNoSendsTheProgramBackWithNothing() {
    var user = auth.givenTeller("refusing");
    var form = browser.form(request("accounts:read"));
    browser.submit(form, "refusing", PASSWORD);

    var back = (SentBack) decide(form, false, "");

    assertThat(query(back.uri()))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "a state")
        .containsEntry("iss", AuthFixture.ISSUER)
        .doesNotContainKey("code");
    assertThat(auth.withdrawConsent.list(user.id())).isEmpty();
    assertThat(decide(form, true, "")).as("and then yes").isInstanceOf(BeginAnew.class);
  }

  @Test
  void whatIsMoreIsAskedForAndAdded() {
    var user = auth.givenTeller("growing");
    signIn("growing", "accounts:read");

    assertThat(
            browser.submit(
                browser.form(request("accounts:read clients:read")), "growing", PASSWORD))
        .isInstanceOf(SignInAnswer.Consent.class);
    signIn("growing", "clients:read");

    assertThat(auth.withdrawConsent.list(user.id()))
        .singleElement()
        .extracting(Consent::scopes)
        .isEqualTo(Set.of("accounts:read", "clients:read"));
  }

  @Test
  void whoIsSignedInIsAskedWithoutThePasswordAndKeepsItsSession() {
    auth.givenTeller("returning");
    var cookie =
        ((BackToClient) browser.submit(browser.form(browser.request()), "returning", PASSWORD))
            .begun()
            .cookie();
    var form = browser.form(request("accounts:read"));

    assertThat(auth.continueSession.resume(form, cookie))
        .get()
        .isInstanceOf(SignInAnswer.Consent.class);
    var back = (SentBack) decide(form, true, cookie);

    assertThat(error(redeem(back.uri()))).isEqualTo("none");
    assertThat(auth.browsers.find(cookie)).isPresent();
    assertThat(auth.continueSession.resume(browser.form(request("accounts:read")), cookie))
        .get()
        .isInstanceOf(SentBack.class);
  }

  @Test
  void whereNobodyMayBeAskedTheProgramIsTold() {
    auth.givenTeller("silent");
    var cookie =
        ((BackToClient) browser.submit(browser.form(browser.request()), "silent", PASSWORD))
            .begun()
            .cookie();
    var silent = request("accounts:read");
    silent.put("prompt", "none");

    var answer = auth.continueSession.resume(browser.form(silent), cookie).orElseThrow();

    assertThat(query(((SentBack) answer).uri())).containsEntry("error", "consent_required");
  }

  @Test
  void aProgramMayWantThatItIsAskedAgain() {
    auth.givenTeller("again");
    signIn("again", "accounts:read");
    var request = request("accounts:read");
    request.put("prompt", "consent");
    var form = browser.form(request);

    assertThat(browser.submit(form, "again", PASSWORD)).isInstanceOf(SignInAnswer.Consent.class);
    assertThat(decide(form, true, "")).isInstanceOf(BackToClient.class);
  }

  @Test
  void nobodySaysYesBeforeItHasShownWhoItIs() {
    auth.givenTeller("hasty");
    var form = browser.form(request("accounts:read"));

    assertThat(decide(form, true, "")).isInstanceOf(BeginAnew.class);
    browser.submit(form, "hasty", "a wrong password");
    assertThat(decide(form, true, "")).isInstanceOf(BeginAnew.class);
    browser.submit(form, "hasty", PASSWORD);
    var forged = new SignInForm(form.handle(), form.binding(), "another token");
    assertThat(auth.decideConsent.decide(forged, true, "", TRAIL)).isInstanceOf(BeginAnew.class);
    assertThat(auth.withdrawConsent.list(user("hasty").id())).isEmpty();
  }

  @Test
  void whoMustChooseAnotherPasswordFirstSaysNothingBefore() {
    var user = auth.givenTeller("expired");
    auth.expirePassword(user, ADMIN);
    var form = browser.form(request("accounts:read"));
    browser.submit(form, "expired", PASSWORD);

    assertThat(decide(form, true, "")).isInstanceOf(SignInAnswer.NewPassword.class);
    assertThat(auth.withdrawConsent.list(user.id())).isEmpty();
  }

  @Test
  void whatIsWithdrawnTakesTheTokensWithIt() {
    var user = auth.givenTeller("leaving");
    var tokens = redeem(signIn("leaving", "accounts:read"));
    var consent = auth.withdrawConsent.list(user.id()).get(0);

    done(auth.withdrawConsent.withdraw(user.id(), budget, TRAIL));

    assertThat(auth.verifyToken.verify(Browser.accessToken(tokens))).isEmpty();
    assertThat(error(browser.token(refreshing(tokens)))).isEqualTo("invalid_grant");
    assertThat(auth.eventTypes("consent/" + consent.id()))
        .containsExactly("auth.consent-given.v1", "auth.consent-withdrawn.v1");
    assertThat(auth.withdrawConsent.withdraw(user.id(), budget, TRAIL))
        .isEqualTo(Outcome.refused(new Refusal.NotFound("consent")));
    assertThat(browser.submit(browser.form(request("accounts:read")), "leaving", PASSWORD))
        .isInstanceOf(SignInAnswer.Consent.class);
  }

  @Test
  void whatIsWithdrawnTakesTheTokenOfAProgramWithItThatGetsNoRefreshTokens() {
    var user = auth.givenTeller("looking");
    budget = register("Looking", GrantType.AUTHORIZATION_CODE);
    var tokens = redeem(signIn("looking", "accounts:read"));
    assertThat(tokens.toSuccessResponse().getTokens().getRefreshToken()).isNull();
    assertThat(auth.verifyToken.verify(Browser.accessToken(tokens))).isPresent();

    done(auth.withdrawConsent.withdraw(user.id(), budget, TRAIL));

    assertThat(auth.verifyToken.verify(Browser.accessToken(tokens))).isEmpty();
  }

  @Test
  void aCodeOfBeforeIsRedeemedNoMoreOnceThatIsWithdrawn() {
    var user = auth.givenTeller("quick");
    var back = signIn("quick", "accounts:read");

    done(auth.withdrawConsent.withdraw(user.id(), budget, TRAIL));

    assertThat(error(redeem(back))).isEqualTo("invalid_grant");
    assertThat(auth.refreshTokens.of(user.id())).isEmpty();
  }

  @Test
  void whileRedisIsAwayNothingIsWithdrawn() {
    var user = auth.givenTeller("waiting");
    var tokens = redeem(signIn("waiting", "accounts:read"));
    auth.stopRedis();

    assertThatExceptionOfType(TokenStoreUnavailable.class)
        .isThrownBy(() -> auth.withdrawConsent.withdraw(user.id(), budget, TRAIL));

    auth.startRedis();
    assertThat(auth.withdrawConsent.list(user.id())).hasSize(1);
    assertThat(auth.verifyToken.verify(Browser.accessToken(tokens))).isPresent();
  }

  @Test
  void aCodeIsRedeemedNoMoreOnceItsUserIsSignedOutEverywhereOrHasAnotherPassword() {
    var user = auth.givenTeller("gone");
    var first = signIn("gone", "accounts:read");
    auth.now.set(NOON.plusSeconds(1));
    done(auth.signOut.everywhere(user.id(), ADMIN, TRAIL));
    assertThat(error(redeem(first))).as("signed out").isEqualTo("invalid_grant");

    var second = signIn("gone", "accounts:read");
    auth.now.set(NOON.plusSeconds(2));
    done(
        auth.changePassword(
            new ChangePassword.Command(user.id(), null, "another good password", ADMIN, TRAIL)));
    assertThat(error(redeem(second))).as("another password").isEqualTo("invalid_grant");
  }

  @Test
  void noTokenLivesOnceAWithdrawalIsAcknowledgedWhicheverComesFirst() throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    var redeemed = 0;
    for (var round = 0; round < 40; round++) {
      var username = "racing" + round;
      var user = auth.givenTeller(username);
      var back = signIn(username, "accounts:read");
      var tokens = threads.submit(() -> redeem(back));
      var withdrawal =
          threads.submit(() -> auth.withdrawConsent.withdraw(user.id(), budget, TRAIL));

      done(withdrawal.get());
      var answer = tokens.get();

      assertThat(auth.refreshTokens.of(user.id())).isEmpty();
      if (error(answer).equals("none")) {
        redeemed++;
        assertThat(auth.verifyToken.verify(Browser.accessToken(answer))).isEmpty();
        assertThat(error(browser.token(refreshing(answer)))).isEqualTo("invalid_grant");
      } else {
        assertThat(error(answer)).isEqualTo("invalid_grant");
      }
    }
    threads.shutdown();
    Logger.getLogger(ConsentTest.class.getName())
        .log(Level.INFO, "{0} of 40 were redeemed before", redeemed);
  }

  @Test
  void whatIsGivenOnTwentyPagesAtOnceAddsUp() throws Exception {
    var user = auth.givenTeller("parallel");
    var threads = Executors.newFixedThreadPool(20);
    var work = new ArrayList<Callable<SignInAnswer>>();
    for (var page = 0; page < 20; page++) {
      var mine = new Browser(auth);
      var form = mine.form(request(page % 2 == 0 ? "accounts:read" : "clients:read"));
      mine.submit(form, "parallel", PASSWORD);
      work.add(() -> decide(form, true, ""));
    }

    for (var answer : threads.invokeAll(work)) {
      assertThat(answer.get()).isInstanceOf(BackToClient.class);
    }
    threads.shutdown();

    assertThat(auth.withdrawConsent.list(user.id()))
        .singleElement()
        .extracting(Consent::scopes)
        .isEqualTo(Set.of("accounts:read", "clients:read"));
  }

  @Test
  void theOrganisationsOwnProgramsDoNotAsk() {
    auth.givenTeller("inside");

    assertThat(browser.submit(browser.form(browser.request()), "inside", PASSWORD))
        .isInstanceOf(BackToClient.class);
  }

  /** Signs in and says yes if asked. */
  private URI signIn(String username, String scope) {
    var form = browser.form(request(scope));
    var answer = browser.submit(form, username, PASSWORD);
    return ((BackToClient)
            (answer instanceof SignInAnswer.Consent ? decide(form, true, "") : answer))
        .uri();
  }

  private Map<String, String> request(String scope) {
    var request = browser.request();
    request.put("client_id", budget);
    request.put("scope", scope);
    return request;
  }

  private TokenResponse redeem(URI back) {
    var redemption = browser.redemption(query(back).get("code"));
    redemption.put("client_id", budget);
    return browser.token(redemption);
  }

  private Map<String, String> refreshing(TokenResponse tokens) {
    var request = browser.refreshing(Browser.refreshToken(tokens));
    request.put("client_id", budget);
    return request;
  }

  private static SignInAnswer decide(BeginSignIn.Answer.Form form, boolean allowed, String cookie) {
    return auth.decideConsent.decide(Browser.sent(form), allowed, cookie, TRAIL);
  }

  private static User user(String username) {
    return auth.users.byUsername(username).orElseThrow();
  }

  private static String register(String name, GrantType... types) {
    var access =
        new ApiClient.Access(
            Set.of(types), Set.of(Browser.REDIRECT), Set.of("accounts:read", "clients:read"));
    return done(auth.register(new RegisterApiClient.Command(name, true, access, ADMIN, TRAIL)))
        .client()
        .clientId();
  }
}
