package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.corridor.auth.application.SignInAnswer.BackToClient;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.corridor.testing.Authenticator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recovery codes are renewed by who has shown two factors. */
class RecoveryCodesTest {

  private static final Outcome<List<String>> TOO_WEAK =
      Outcome.refused(new Refusal.Forbidden("This needs a sign-in with two factors."));

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
  void theOldOnesAreVoidAtOnceAndTheNewOnesGoodOnce() {
    var user = auth.givenTeller("renewing");
    var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
    var old = auth.enrolSecondFactor.confirm(user.id(), app.codeAt(NOON), TRAIL);
    var who = signedIn(user, app);

    var codes = done(auth.renewRecoveryCodes.renew(who, TRAIL));

    assertThat(codes).hasSize(10).doesNotHaveDuplicates().doesNotContainAnyElementsOf(old);
    assertThat(auth.renewRecoveryCodes.left(user.id())).isEqualTo(10);
    assertThat(old).noneMatch(code -> auth.checkSecondFactor.check(user.id(), code, TRAIL));
    auth.now.set(NOON.plusSeconds(600));
    assertThat(auth.checkSecondFactor.check(user.id(), codes.get(0), TRAIL)).isTrue();
    assertThat(auth.checkSecondFactor.check(user.id(), codes.get(0), TRAIL)).isFalse();
    assertThat(auth.checkSecondFactor.check(user.id(), app.codeAt(auth.now.get()), TRAIL))
        .as("the app goes on")
        .isTrue();
    assertThat(auth.eventTypes("second-factor/" + user.id()))
        .containsExactly(
            "auth.second-factor-enabled.v1",
            "auth.recovery-codes-renewed.v1",
            "auth.recovery-code-used.v1");
    assertThat(auth.databaseDump()).noneMatch(row -> row.contains(codes.get(1).replace("-", "")));
  }

  @Test
  void whoHasPasskeysAloneRenewsThemToo() {
    var user = auth.givenTeller("keyed");
    var telephone = new Telephone();
    var in = (BackToClient) browser.submit(browser.form(browser.request()), "keyed", PASSWORD);
    var weak = auth.browsers.find(in.begun().cookie()).orElseThrow();
    auth.registerPasskey.register(
        weak, "mine", telephone.register(auth.registerPasskey.begin(weak)), TRAIL);
    assertThat(auth.renewRecoveryCodes.renew(weak, TRAIL)).isEqualTo(TOO_WEAK);
    var form = browser.form(browser.request());
    var answer = telephone.signIn(auth.checkPasskey.ask(form.handle()));
    var strong =
        (BackToClient)
            auth.signInByPasskey.complete(
                Browser.sent(form), answer, new Origin("a browser", null), TRAIL);

    var who = auth.browsers.find(strong.begun().cookie()).orElseThrow();
    assertThat(done(auth.renewRecoveryCodes.renew(who, TRAIL))).hasSize(10);
    auth.now.set(NOON.plus(SecondFactorRule.RECENT).plusSeconds(1));
    assertThat(auth.renewRecoveryCodes.renew(who, TRAIL)).as("later").isEqualTo(TOO_WEAK);
    assertThat(user.isActive()).isTrue();
  }

  @Test
  void aTokenOfAPasswordAloneIsNotEnough() {
    var user = auth.givenTeller("tokens");
    var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
    var old = auth.enrolSecondFactor.confirm(user.id(), app.codeAt(NOON), TRAIL);

    assertThat(auth.renewRecoveryCodes.renew(caller(user, Proof.ACR_PASSWORD), user.id(), TRAIL))
        .isEqualTo(TOO_WEAK);
    assertThat(auth.checkSecondFactor.check(user.id(), old.get(0), TRAIL)).isTrue();
    assertThat(
            done(
                auth.renewRecoveryCodes.renew(
                    caller(user, Proof.ACR_TWO_FACTORS), user.id(), TRAIL)))
        .hasSize(10);
  }

  @Test
  void whereThereIsNothingToRecoverThereAreNone() {
    var user = auth.givenTeller("plain");

    assertThat(auth.renewRecoveryCodes.renew(caller(user, Proof.ACR_TWO_FACTORS), user.id(), TRAIL))
        .isEqualTo(
            Outcome.refused(
                new Refusal.AgainstRule(
                    "no-second-factor", "There is no second factor that could be recovered.")));
    assertThat(auth.renewRecoveryCodes.left(user.id())).isZero();
    assertThat(auth.eventTypes("second-factor/" + user.id())).isEmpty();
  }

  @Test
  void ofTenRenewalsAtOnceTheCodesOfOneAreGood() throws Exception {
    var user = auth.givenTeller("raced");
    var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
    auth.enrolSecondFactor.confirm(user.id(), app.codeAt(NOON), TRAIL);
    var caller = caller(user, Proof.ACR_TWO_FACTORS);
    var threads = Executors.newFixedThreadPool(10);
    var work = new ArrayList<Callable<List<String>>>();
    for (var i = 0; i < 10; i++) {
      work.add(() -> done(auth.renewRecoveryCodes.renew(caller, user.id(), TRAIL)));
    }
    var good = 0;
    for (var codes : threads.invokeAll(work)) {
      // each wrong one makes the user wait
      auth.now.set(auth.now.get().plusSeconds(3600));
      good += auth.checkSecondFactor.check(user.id(), codes.get().get(0), TRAIL) ? 1 : 0;
    }
    threads.shutdown();

    assertThat(auth.renewRecoveryCodes.left(user.id())).isEqualTo(9);
    assertThat(good).isEqualTo(1);
  }

  private SignedIn signedIn(User user, Authenticator app) {
    auth.now.set(NOON.plusSeconds(60));
    var form = browser.form(browser.request());
    browser.submit(form, user.username(), PASSWORD);
    var in =
        (BackToClient)
            auth.confirmSecondFactor.confirm(Browser.sent(form), app.codeAt(auth.now.get()), TRAIL);
    return auth.browsers.find(in.begun().cookie()).orElseThrow();
  }

  private static Caller caller(User user, String acr) {
    return new Caller(
        user.id().toString(), Set.of(), null, null, Map.of(), new Authentication(NOON, acr));
  }
}
