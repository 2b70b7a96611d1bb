package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.query;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.SignedJWT;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.corridor.auth.application.DisableSecondFactor.Own;
import org.corridor.auth.application.SignInAnswer.BackToClient;
import org.corridor.auth.application.SignInAnswer.BeginAnew;
import org.corridor.auth.application.SignInAnswer.Code;
import org.corridor.auth.application.SignInAnswer.Enrolled;
import org.corridor.auth.application.SignInAnswer.Enrolment;
import org.corridor.auth.application.SignInAnswer.Enrolment.Fault;
import org.corridor.auth.application.SignInAnswer.NewPassword;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.testing.Authenticator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose roles demand a second factor is let in by nothing less. */
class SecondFactorByRoleTest {

  private static final Assignment COMPLIANCE =
      new Assignment(Set.of("COMPLIANCE"), "BER", null, Map.of());

  private static AuthFixture auth;
  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture(SecondFactorRoles.of("COMPLIANCE, GLOBAL_VIEWER"));
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
  void whoHasNoneSetsOneUpOnTheWayInAndGetsATokenOfTwoFactors() throws Exception {
    var user = auth.givenUser("cora", COMPLIANCE);
    var form = browser.form(browser.request());

    var asked = (Enrolment) browser.submit(form, "cora", PASSWORD);
    assertThat(asked.fault()).isNull();
    assertThat(auth.sessions.of(user.id())).isEmpty();
    var wrong = (Enrolment) code(form, "000000");
    assertThat(wrong.fault()).isEqualTo(Fault.CODE);
    assertThat(wrong.begun()).as("the secret is shown once").isNull();
    var enrolled = (Enrolled) code(form, shownBy(app(asked)));
    assertThat(enrolled.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(auth.sessions.of(user.id())).as("before the codes were seen").isEmpty();
    var in = (BackToClient) goOn(form);

    var tokens = browser.token(browser.redemption(query(in.uri()).get("code")));
    var claims = SignedJWT.parse(Browser.accessToken(tokens)).getJWTClaimsSet();
    assertThat(claims.getStringClaim("acr")).isEqualTo(Proof.ACR_TWO_FACTORS);
    assertThat(claims.getStringListClaim("amr")).containsExactly("otp", "pwd", "mfa");
    assertThat(error(browser.token(browser.refreshing(Browser.refreshToken(tokens)))))
        .isEqualTo("none");
    assertThat(auth.eventTypes("second-factor/" + user.id()))
        .containsExactly("auth.second-factor-enabled.v1");
    assertThat(goOn(form)).as("once more").isInstanceOf(BeginAnew.class);
    assertThat(browser.submit(browser.form(browser.request()), "cora", PASSWORD))
        .as("the next time")
        .isInstanceOf(Code.class);
  }

  @Test
  void aPasskeyWillDoToo() throws Exception {
    var user = auth.givenUser("keyed", COMPLIANCE);
    var form = browser.form(browser.request());
    var asked = (Enrolment) browser.submit(form, "keyed", PASSWORD);
    var telephone = new Telephone();

    var refused = (Enrolment) passkey(form, "mine", "{}");
    assertThat(refused.fault()).isEqualTo(Fault.PASSKEY);
    assertThat(passkey(form, "mine", telephone.register(asked.passkey())))
        .as("a challenge that was used up")
        .isInstanceOf(Enrolment.class);
    var again = (Enrolment) passkey(form, " ", telephone.register(refused.passkey()));
    assertThat(auth.changePasskeys.of(user.id())).isEmpty();
    var enrolled = (Enrolled) passkey(form, "mine", telephone.register(again.passkey()));
    assertThat(enrolled.recoveryCodes()).hasSize(10);
    var in = (BackToClient) goOn(form);

    var tokens = browser.token(browser.redemption(query(in.uri()).get("code")));
    assertThat(
            SignedJWT.parse(Browser.accessToken(tokens))
                .getJWTClaimsSet()
                .getStringListClaim("amr"))
        .containsExactly("pop", "pwd", "mfa");
  }

  @Test
  void withoutItNothingGoesOn() {
    var user = auth.givenUser("hasty", COMPLIANCE);
    var form = browser.form(browser.request());
    assertThat(code(form, "000000")).as("before the password").isInstanceOf(BeginAnew.class);
    assertThat(goOn(form)).isInstanceOf(BeginAnew.class);
    var first = (Enrolment) browser.submit(form, "hasty", PASSWORD);

    var second = (Enrolment) goOn(form);
    assertThat(second.begun().secret()).as("another one").isNotEqualTo(first.begun().secret());
    assertThat(code(form, shownBy(app(first)))).isInstanceOf(Enrolment.class);
    assertThat(auth.decideConsent.decide(Browser.sent(form), true, "", TRAIL))
        .isInstanceOf(Enrolment.class);
    var forged = new SignInForm(form.handle(), form.binding(), "another token");
    assertThat(auth.enrolOnTheWayIn.goOn(forged)).isInstanceOf(BeginAnew.class);
    assertThat(auth.enrolOnTheWayIn.code(forged, shownBy(app(second)), TRAIL))
        .isInstanceOf(BeginAnew.class);
    assertThat(auth.checkSecondFactor.isOn(user.id())).isFalse();
    assertThat(auth.sessions.of(user.id())).isEmpty();
    assertThat(auth.refreshTokens.of(user.id())).isEmpty();
  }

  @Test
  void aPasswordOfSomebodyElseIsReplacedBefore() {
    var user = auth.givenUser("expired", COMPLIANCE);
    auth.expirePassword(user, ADMIN);
    var form = browser.form(browser.request());

    assertThat(browser.submit(form, "expired", PASSWORD)).isInstanceOf(NewPassword.class);
    assertThat(code(form, "000000")).isInstanceOf(NewPassword.class);
    var asked =
        (Enrolment)
            auth.replaceExpiredPassword.replace(Browser.sent(form), "another good password", TRAIL);
    assertThat(code(form, shownBy(app(asked)))).isInstanceOf(Enrolled.class);
    assertThat(goOn(form)).isInstanceOf(BackToClient.class);
  }

  @Test
  void ofTwentyFirstCodesAtOnceOneSwitchesItOn() throws Exception {
    var user = auth.givenUser("raced", COMPLIANCE);
    var form = browser.form(browser.request());
    var right = shownBy(app((Enrolment) browser.submit(form, "raced", PASSWORD)));
    var threads = Executors.newFixedThreadPool(20);
    var work = new ArrayList<Callable<SignInAnswer>>();
    for (var i = 0; i < 20; i++) {
      work.add(() -> code(form, right));
    }
    var enrolled = 0;
    for (var answer : threads.invokeAll(work)) {
      enrolled += answer.get() instanceof Enrolled ? 1 : 0;
    }
    threads.shutdown();

    assertThat(enrolled).isEqualTo(1);
    assertThat(auth.eventTypes("second-factor/" + user.id())).hasSize(1);
  }

  @Test
  void aScriptIsToldSoAndGetsNothing() {
    var user = auth.givenUser("scripted", COMPLIANCE);

    assertThat(script("scripted", PASSWORD))
        .isEqualTo(new ScriptSignIn.Answer.SecondFactorMissing());
    assertThat(script("scripted", "wrong horse battery"))
        .as("who does not know the password is not told")
        .isEqualTo(new ScriptSignIn.Answer.Refused());
    assertThat(auth.refreshTokens.of(user.id())).isEmpty();
    auth.givenTeller("plain");
    assertThat(script("plain", PASSWORD)).isInstanceOf(ScriptSignIn.Answer.SignedIn.class);
  }

  @Test
  void whoGetsSuchARoleSignsInAnewForItsNextTokens() {
    var user = auth.givenTeller("promoted");
    var in = (BackToClient) browser.submit(browser.form(browser.request()), "promoted", PASSWORD);
    var tokens = browser.token(browser.redemption(query(in.uri()).get("code")));
    var late = browser.code(browser.request(), "promoted");

    assign(user, COMPLIANCE);

    assertThat(error(browser.token(browser.refreshing(Browser.refreshToken(tokens)))))
        .isEqualTo("invalid_grant");
    assertThat(auth.eventData("auth.token-family-revoked.v1"))
        .anyMatch(
            data -> data.contains(user.id().toString()) && data.contains("SECOND_FACTOR_DEMANDED"));
    assertThat(error(browser.token(browser.redemption(late))))
        .as("a code of before")
        .isEqualTo("invalid_grant");
    assertThat(auth.continueSession.resume(browser.form(browser.request()), in.begun().cookie()))
        .as("the session")
        .isEmpty();
    var silent = browser.request();
    silent.put("prompt", "none");
    var told =
        (SignInAnswer.SentBack)
            auth.continueSession.resume(browser.form(silent), in.begun().cookie()).orElseThrow();
    assertThat(query(told.uri())).containsEntry("error", "login_required");
    assertThat(browser.submit(browser.form(browser.request()), "promoted", PASSWORD))
        .isInstanceOf(Enrolment.class);
  }

  @Test
  void whoHadShownTwoFactorsBeforeGoesOn() {
    var user = auth.givenTeller("strong");
    var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
    auth.enrolSecondFactor.confirm(user.id(), shownBy(app), TRAIL);
    auth.now.set(NOON.plusSeconds(60));
    var form = browser.form(browser.request());
    browser.submit(form, "strong", PASSWORD);
    var in =
        (BackToClient) auth.confirmSecondFactor.confirm(Browser.sent(form), shownBy(app), TRAIL);
    var tokens = browser.token(browser.redemption(query(in.uri()).get("code")));

    assign(user, COMPLIANCE);

    assertThat(error(browser.token(browser.refreshing(Browser.refreshToken(tokens)))))
        .isEqualTo("none");
    assertThat(auth.continueSession.resume(browser.form(browser.request()), in.begun().cookie()))
        .isPresent();
  }

  @Test
  void theLastOneStaysWhereRolesDemandOne() {
    var user = auth.givenUser("keeping", COMPLIANCE);
    var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
    auth.enrolSecondFactor.confirm(user.id(), shownBy(app), TRAIL);
    auth.now.set(NOON.plusSeconds(60));

    assertThat(auth.disableSecondFactor.own(user.id(), shownBy(app), TRAIL))
        .isEqualTo(Own.DEMANDED);
    var form = browser.form(browser.request());
    browser.submit(form, "keeping", PASSWORD);
    var in =
        (BackToClient) auth.confirmSecondFactor.confirm(Browser.sent(form), shownBy(app), TRAIL);
    var who = auth.browsers.find(in.begun().cookie()).orElseThrow();
    var answer = new Telephone().register(auth.registerPasskey.begin(who));
    auth.registerPasskey.register(who, "mine", answer, TRAIL);
    auth.now.set(NOON.plusSeconds(120));
    assertThat(auth.disableSecondFactor.own(user.id(), shownBy(app), TRAIL)).isEqualTo(Own.OFF);

    var mine = auth.changePasskeys.of(user.id()).get(0);
    assertThat(auth.changePasskeys.remove(user.id(), mine.id(), TRAIL))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isInstanceOfSatisfying(
                        Refusal.AgainstRule.class,
                        rule -> assertThat(rule.code()).isEqualTo("last-second-factor")));
    assertThat(auth.changePasskeys.of(user.id())).hasSize(1);
    done(auth.disableSecondFactor.ofAnother(user.id(), ADMIN, TRAIL));
    assertThat(browser.submit(browser.form(browser.request()), "keeping", PASSWORD))
        .as("whoever manages it has helped")
        .isInstanceOf(Enrolment.class);
  }

  @Test
  void ofTheLastTwoRemovedAtOnceOneStays() throws Exception {
    for (var round = 0; round < 5; round++) {
      auth.now.set(NOON);
      var user = auth.givenUser("both" + round, COMPLIANCE);
      var form = browser.form(browser.request());
      var asked = (Enrolment) browser.submit(form, user.username(), PASSWORD);
      passkey(form, "mine", new Telephone().register(asked.passkey()));
      var app = new Authenticator(auth.enrolSecondFactor.begin(user).orElseThrow().secret());
      auth.enrolSecondFactor.confirm(user.id(), shownBy(app), TRAIL);
      auth.now.set(NOON.plusSeconds(60));
      var mine = auth.changePasskeys.of(user.id()).get(0).id();
      var shown = shownBy(app);
      var threads = Executors.newFixedThreadPool(2);

      var work =
          List.<Callable<Object>>of(
              () -> auth.changePasskeys.remove(user.id(), mine, TRAIL),
              () -> auth.disableSecondFactor.own(user.id(), shown, TRAIL));
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
      threads.shutdown();

      var left =
          auth.changePasskeys.of(user.id()).size()
              + (auth.checkSecondFactor.isOn(user.id()) ? 1 : 0);
      assertThat(left).isEqualTo(1);
    }
  }

  @Test
  void aNameThatNoRoleHasIsNotTaken() {
    assertThat(SecondFactorRoles.of(" TELLER ,ORG_ADMIN").names())
        .containsExactlyInAnyOrder("TELLER", "ORG_ADMIN");
    SecondFactorRoles.of("TELLER,ORG_ADMIN").requireKnown(auth.roles.all());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecondFactorRoles.of("TELLER,teller,X").requireKnown(auth.roles.all()))
        .withMessageContaining("corridor.auth.second-factor.roles")
        .withMessageContaining("X, teller;")
        .withMessageContaining("ORG_ADMIN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecondFactorRoles.of("TELLER,,ORG_ADMIN"))
        .withMessageContaining("empty name");
  }

  private static void assign(User user, Assignment assignment) {
    done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                user.profile().displayName(),
                user.profile().email(),
                assignment,
                UserStatus.ACTIVE,
                ADMIN,
                TRAIL)));
  }

  private static ScriptSignIn.Answer script(String username, String password) {
    return auth.scriptSignIn.signIn(
        new ScriptSignIn.Login(username, password, Origin.unknown()), TRAIL);
  }

  private static SignInAnswer code(BeginSignIn.Answer.Form form, String code) {
    return auth.enrolOnTheWayIn.code(Browser.sent(form), code, TRAIL);
  }

  private static SignInAnswer passkey(BeginSignIn.Answer.Form form, String name, String answer) {
    return auth.enrolOnTheWayIn.passkey(Browser.sent(form), name, answer, TRAIL);
  }

  private static SignInAnswer goOn(BeginSignIn.Answer.Form form) {
    return auth.enrolOnTheWayIn.goOn(Browser.sent(form));
  }

  private static Authenticator app(Enrolment asked) {
    return new Authenticator(asked.begun().secret());
  }

  private static String shownBy(Authenticator app) {
    return app.codeAt(auth.now.get());
  }
}
