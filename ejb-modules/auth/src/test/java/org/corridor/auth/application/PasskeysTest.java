package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.auth.application.RegisterPasskey.Answer;
import org.corridor.auth.application.SignedInBrowsers.SignedIn;
import org.corridor.auth.domain.Passkey;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys, with a device that speaks WebAuthn. */
class PasskeysTest {

  private static AuthFixture auth;
  private Browser browser;
  private Telephone telephone;

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
    telephone = new Telephone();
  }

  @Test
  void signInWithoutAPasswordAndCountAsTwoFactors() throws ParseException {
    var tina = registered("passing");
    var form = browser.form(browser.request());

    var in = (SignInAnswer.BackToClient) signIn(form);

    var tokens = browser.token(browser.redemption(Browser.query(in.uri()).get("code")));
    var claims = SignedJWT.parse(Browser.accessToken(tokens)).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(tina.id().toString());
    assertThat(claims.getStringClaim("acr")).isEqualTo(Proof.ACR_TWO_FACTORS);
    assertThat(claims.getStringListClaim("amr")).containsExactly("pop", "mfa");
    var demanding = browser.request();
    demanding.put("acr_values", Proof.ACR_TWO_FACTORS);
    assertThat(auth.continueSession.resume(browser.form(demanding), in.begun().cookie()))
        .isPresent();
    assertThat(only(tina).lastUsedAt()).isEqualTo(NOON);
    assertThat(auth.eventTypes("sign-in/" + tina.id())).contains("auth.sign-in-succeeded.v1");
  }

  @Test
  void areRegisteredWithRecoveryCodesThatThePasswordNeedsThen() {
    var user = auth.givenTeller("secured");
    var who = signedIn(user, PASSWORD);
    var answer =
        auth.registerPasskey.register(
            who, " My telephone ", telephone.register(auth.registerPasskey.begin(who)), TRAIL);

    var codes = ((Answer.Registered) answer).recoveryCodes();
    assertThat(codes).hasSize(10);
    assertThat(only(user).name()).isEqualTo("My telephone");
    assertThat(auth.eventTypes("passkey/" + only(user).id()))
        .containsExactly("auth.passkey-registered.v1");
    var form = browser.form(browser.request());
    assertThat(browser.submit(form, "secured", PASSWORD))
        .isEqualTo(new SignInAnswer.Code(form.signIn(), false, true));
    assertThat(auth.scriptSignIn.signIn(login("secured"), TRAIL))
        .isEqualTo(new ScriptSignIn.Answer.Refused());
    assertThat(auth.confirmSecondFactor.confirm(Browser.sent(form), "000000", TRAIL))
        .isInstanceOf(SignInAnswer.Code.class);
    assertThat(auth.confirmSecondFactor.confirm(Browser.sent(form), codes.get(0), TRAIL))
        .isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void standInForACodeAfterThePassword() throws ParseException {
    registered("second");
    var form = browser.form(browser.request());
    browser.submit(form, "second", PASSWORD);

    var in = (SignInAnswer.BackToClient) signIn(form);

    var tokens = browser.token(browser.redemption(Browser.query(in.uri()).get("code")));
    assertThat(
            SignedJWT.parse(Browser.accessToken(tokens))
                .getJWTClaimsSet()
                .getStringListClaim("amr"))
        .containsExactly("pop", "pwd", "mfa");
  }

  @Test
  void anAnswerIsGoodOnceAndForAShortTime() {
    registered("once");
    var form = browser.form(browser.request());
    var answer = telephone.signIn(auth.checkPasskey.ask(form.handle()));
    auth.checkPasskey.ask(form.handle());
    assertThat(complete(form, answer)).isInstanceOf(SignInAnswer.PasskeyRefused.class);

    var good = telephone.signIn(auth.checkPasskey.ask(form.handle()));
    assertThat(complete(form, good)).isInstanceOf(SignInAnswer.BackToClient.class);
    var another = browser.form(browser.request());
    assertThat(complete(another, good)).isInstanceOf(SignInAnswer.PasskeyRefused.class);
    assertThat(complete(form, good)).isInstanceOf(SignInAnswer.BeginAnew.class);
  }

  @Test
  void ofTenUsesOfAnAnswerAtOnceOneWins() throws Exception {
    registered("raced");
    var form = browser.form(browser.request());
    var answer = telephone.signIn(auth.checkPasskey.ask(form.handle()));
    var threads = Executors.newFixedThreadPool(10);
    var running = new ArrayList<Future<SignInAnswer>>();
    for (var i = 0; i < 10; i++) {
      running.add(threads.submit(() -> complete(form, answer)));
    }
    var in = 0;
    for (var one : running) {
      in += one.get() instanceof SignInAnswer.BackToClient ? 1 : 0;
    }
    threads.shutdown();

    assertThat(in).isEqualTo(1);
  }

  @Test
  void areGoodHereOnlyAndOnlyIfTheDeviceHasLookedWhoItIs() {
    registered("elsewhere");
    telephone.origin = "https://corridor.test.evil.example";
    assertRefused();
    telephone.origin = "https://corridor.test";
    telephone.relyingParty = "evil.example";
    assertRefused();
    telephone.relyingParty = "corridor.test";
    telephone.knowsItsOwner = false;
    assertRefused();
    telephone.knowsItsOwner = true;
    var owner = telephone.userHandle;
    registeredWith(new Telephone(), auth.givenTeller("another"));
    telephone.userHandle = "AAAAAAAAAAAAAAAAAAAAAA";
    assertRefused();
    telephone.userHandle = owner;

    assertThat(signIn(browser.form(browser.request())))
        .isInstanceOf(SignInAnswer.BackToClient.class);
    assertThat(auth.eventData("auth.sign-in-failed.v1"))
        .anyMatch(data -> data.contains("WRONG_PASSKEY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "null",
        "[]",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
            + "\"authenticatorData\":\"AA\",\"signature\":\"AA\",\"userHandle\":\"AA\"}}",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"bnVsbA\","
            + "\"attestationObject\":\"oA\",\"authenticatorData\":\"\",\"signature\":\"\","
            + "\"userHandle\":\"AAAAAAAAAAAAAAAAAAAAAA\"}}",
        "{\"id\":\"AA\",\"rawId\":\"%\",\"type\":\"x\",\"response\":{\"clientDataJSON\":\"e30\","
            + "\"attestationObject\":\"9g\",\"authenticatorData\":\"%\",\"signature\":\"e30\","
            + "\"userHandle\":\"AAAAAAAAAAAAAAAAAAAAAA\"}}",
        "<script>"
      })
  void whatNoDeviceSaysIsRefused(String nonsense) {
    var form = browser.form(browser.request());
    auth.checkPasskey.ask(form.handle());
    assertThat(complete(form, nonsense)).isInstanceOf(SignInAnswer.PasskeyRefused.class);

    var who = signedIn(auth.givenTeller("n" + Integer.toHexString(nonsense.hashCode())), PASSWORD);
    auth.registerPasskey.begin(who);
    assertThat(auth.registerPasskey.register(who, "x", nonsense, TRAIL))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aCounterThatGoesBackSuspendsThePasskeyAlsoForItsOwner() {
    telephone.count = 5;
    var user = registered("copied");
    assertThat(signIn(browser.form(browser.request())))
        .isInstanceOf(SignInAnswer.BackToClient.class);

    telephone.count = 3;
    assertRefused();
    telephone.count = 50;
    assertRefused();

    assertThat(only(user).isGood()).isFalse();
    assertThat(auth.eventTypes("passkey/" + only(user).id()))
        .containsExactly("auth.passkey-registered.v1", "auth.passkey-suspended.v1");
    assertThat(browser.submit(browser.form(browser.request()), "copied", PASSWORD))
        .isInstanceOf(SignInAnswer.Code.class);
  }

  @Test
  void areRegisteredShortlyAfterAStrongSignInOnly() {
    var user = registered("careful");
    auth.now.set(NOON.plus(SecondFactorRule.RECENT).plusSeconds(1));
    var in = (SignInAnswer.BackToClient) signIn(browser.form(browser.request()));
    var strong = auth.browsers.find(in.begun().cookie()).orElseThrow();
    var session = strong.session();
    var weak =
        new SignedIn(
            new BrowserSession(
                session.id(),
                user.id(),
                session.authenticatedAt(),
                Set.of(Proof.PASSWORD),
                "",
                session.expiresAt()),
            user);

    assertThat(auth.registerPasskey.isRecent(strong)).isTrue();
    assertThat(auth.registerPasskey.isRecent(weak)).isFalse();
    assertThat(auth.registerPasskey.register(weak, "mine", "{}", TRAIL))
        .isInstanceOf(Answer.NotRecent.class);
    auth.now.set(auth.now.get().plus(Duration.ofMinutes(11)));
    assertThat(auth.registerPasskey.isRecent(strong)).isFalse();
  }

  @Test
  void haveNamesAndBelongToOneUser() {
    var who = signedIn(auth.givenTeller("naming"), PASSWORD);
    var answer = telephone.register(auth.registerPasskey.begin(who));
    assertThat(auth.registerPasskey.register(who, " ", answer, TRAIL))
        .isInstanceOf(Answer.BadName.class);
    assertThat(auth.registerPasskey.register(who, "x", answer, TRAIL))
        .isInstanceOf(Answer.Registered.class);

    var other = signedIn(auth.givenTeller("thief"), PASSWORD);
    var again = telephone.register(auth.registerPasskey.begin(other));
    assertThat(auth.registerPasskey.register(other, "x", again, TRAIL))
        .isInstanceOf(Answer.Refused.class);
    var mine = only(who.user());
    assertThat(auth.changePasskeys.name(other.user().id(), mine.id(), "stolen"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(auth.changePasskeys.remove(other.user().id(), mine.id(), TRAIL))
        .isInstanceOf(Outcome.Refused.class);
    var self = who.user().id();
    var byPassword = new Authentication(NOON, Proof.ACR_PASSWORD);
    var weak = new Caller(self.toString(), Set.of(), null, null, Map.of(), byPassword);
    assertThat(auth.changePasskeys.remove(weak, self, mine.id(), TRAIL))
        .isEqualTo(
            Outcome.refused(new Refusal.Forbidden("This needs a sign-in with two factors.")));
    assertThat(done(auth.changePasskeys.name(who.user().id(), mine.id(), "y")).name())
        .isEqualTo("y");
  }

  @Test
  void whoeverIsLockedIsNotLetInByOneEither() {
    var user = registered("locked");
    done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                user.profile().displayName(),
                user.profile().email(),
                user.assignment(),
                UserStatus.LOCKED,
                ADMIN,
                TRAIL)));

    assertRefused();
  }

  @Test
  void areCountedByAddressWithThePasswordsThatAreTriedFromThere() {
    registered("counted");
    var here = new Origin("a browser", "198.51.100.7");
    for (var attempt = 0; attempt < 50; attempt++) {
      var form = browser.form(browser.request());
      var good = telephone.signIn(auth.checkPasskey.ask(form.handle()));
      assertThat(complete(form, good, here))
          .as("good ones count for nothing")
          .isInstanceOf(SignInAnswer.BackToClient.class);
    }
    for (var attempt = 0; attempt < AddressDelays.FREE_FAILURES; attempt++) {
      complete(browser.form(browser.request()), "{}", here);
    }

    var form = browser.form(browser.request());
    var good = telephone.signIn(auth.checkPasskey.ask(form.handle()));
    assertThat(complete(form, good, here)).isInstanceOf(SignInAnswer.PasskeyRefused.class);
    assertThat(auth.passwords.check("counted", PASSWORD, here, TRAIL))
        .as("nor by the password")
        .isEmpty();
    assertThat(auth.eventData("auth.sign-in-failed.v1"))
        .anyMatch(data -> data.contains("ADDRESS_DELAYED"));
    assertThat(complete(form, good, new Origin("a browser", "198.51.100.8")))
        .as("from elsewhere, with the same challenge")
        .isInstanceOf(SignInAnswer.BackToClient.class);
    auth.now.set(NOON.plus(AddressDelays.FIRST_DELAY));
    assertThat(auth.passwords.check("counted", PASSWORD, here, TRAIL)).isPresent();
  }

  @Test
  void areRemovedByTheirOwnerOrWithEverythingElseByWhoManagesIt() {
    var user = registered("removing");
    done(auth.changePasskeys.remove(user.id(), only(user).id(), TRAIL));
    assertRefused();
    assertThat(browser.submit(browser.form(browser.request()), "removing", PASSWORD))
        .isInstanceOf(SignInAnswer.BackToClient.class);

    var lost = registeredWith(new Telephone(), auth.givenTeller("lost"));
    done(auth.disableSecondFactor.ofAnother(lost.id(), ADMIN, TRAIL));
    assertThat(auth.changePasskeys.of(lost.id())).isEmpty();
    assertThat(browser.submit(browser.form(browser.request()), "lost", PASSWORD))
        .isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void belongToTheHostOfThePagesOrToADomainAboveIt() {
    var issuer = URI.create("https://bank.example.com:8443/api/auth/v1");

    assertThat(PasskeySettings.of(issuer, null))
        .isEqualTo(new PasskeySettings("bank.example.com", "https://bank.example.com:8443"));
    assertThat(PasskeySettings.of(issuer, "example.com").relyingParty()).isEqualTo("example.com");
    assertThatIllegalArgumentException().isThrownBy(() -> PasskeySettings.of(issuer, "ample.com"));
    assertThatIllegalArgumentException().isThrownBy(() -> PasskeySettings.of(issuer, "evil.test"));
  }

  private void assertRefused() {
    assertThat(signIn(browser.form(browser.request())))
        .isInstanceOf(SignInAnswer.PasskeyRefused.class);
  }

  private SignInAnswer signIn(BeginSignIn.Answer.Form form) {
    return complete(form, telephone.signIn(auth.checkPasskey.ask(form.handle())));
  }

  private static SignInAnswer complete(BeginSignIn.Answer.Form form, String answer) {
    return complete(form, answer, new Origin("a browser", null));
  }

  private static SignInAnswer complete(BeginSignIn.Answer.Form form, String answer, Origin origin) {
    return auth.signInByPasskey.complete(Browser.sent(form), answer, origin, TRAIL);
  }

  private User registered(String username) {
    return registeredWith(telephone, auth.givenTeller(username));
  }

  private User registeredWith(Telephone device, User user) {
    var who = signedIn(user, PASSWORD);
    var answer = device.register(auth.registerPasskey.begin(who));
    assertThat(auth.registerPasskey.register(who, "mine", answer, TRAIL))
        .isInstanceOf(Answer.Registered.class);
    return user;
  }

  private SignedIn signedIn(User user, String password) {
    var in = browser.submit(browser.form(browser.request()), user.username(), password);
    return auth.browsers.find(((SignInAnswer.BackToClient) in).begun().cookie()).orElseThrow();
  }

  private static Passkey only(User user) {
    var all = auth.changePasskeys.of(user.id());
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static ScriptSignIn.Login login(String username) {
    return new ScriptSignIn.Login(username, PASSWORD, Origin.unknown());
  }
}
