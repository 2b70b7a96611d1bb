package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.auth.application.DisableSecondFactor.Own;
import org.corridor.auth.domain.LockOut;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One-time codes beside the password. */
class SecondFactorTest {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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

  /** The user's device, and its recovery codes. */
  private record Device(String secret, List<String> recovery) {

    String code() {
      return OneTimeCodes.code(bytes(secret), auth.now.get().getEpochSecond() / 30, 6);
    }
  }

  @Test
  void isOnOnlyOnceTheDeviceHasShownARightCode() {
    var user = auth.givenTeller("enrolling");
    var begun = auth.enrolSecondFactor.begin(user).orElseThrow();

    assertThat(auth.enrolSecondFactor.confirm(user.id(), "000000", TRAIL)).isEmpty();
    assertThat(auth.checkSecondFactor.isOn(user.id())).isFalse();
    assertThat(submitPassword("enrolling")).isInstanceOf(SignInAnswer.BackToClient.class);
    var codes =
        auth.enrolSecondFactor.confirm(user.id(), new Device(begun.secret(), null).code(), TRAIL);

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(auth.checkSecondFactor.isOn(user.id())).isTrue();
    assertThat(auth.enrolSecondFactor.begin(user)).isEmpty();
    assertThat(begun.address().toString())
        .startsWith("otpauth://totp/Corridor:enrolling?secret=" + begun.secret());
    assertThat(auth.eventTypes("second-factor/" + user.id()))
        .containsExactly("auth.second-factor-enabled.v1");
  }

  @Test
  void aPasswordAloneLetsNobodyInThen() throws ParseException {
    var device = enrolled("strong");
    var form = browser.form(browser.request());
    auth.now.set(NOON.plusSeconds(60));

    assertThat(browser.submit(form, "strong", PASSWORD)).isInstanceOf(SignInAnswer.Code.class);
    assertThat(confirm(form, "000000"))
        .isEqualTo(new SignInAnswer.Code(form.signIn(), true, false));
    var in = (SignInAnswer.BackToClient) confirm(form, device.code());

    var code = Browser.query(in.uri()).get("code");
    var tokens = browser.token(browser.redemption(code));
    var claims = SignedJWT.parse(Browser.accessToken(tokens)).getJWTClaimsSet();
    assertThat(claims.getStringClaim("acr")).isEqualTo(Proof.ACR_TWO_FACTORS);
    assertThat(claims.getStringListClaim("amr")).containsExactly("otp", "pwd", "mfa");
    var demanding = browser.request();
    demanding.put("acr_values", Proof.ACR_TWO_FACTORS);
    assertThat(auth.continueSession.resume(browser.form(demanding), in.begun().cookie()))
        .isPresent();
  }

  @Test
  void aScriptThatKnowsThePasswordAloneGetsNothing() {
    enrolled("scripted");

    assertThat(
            auth.scriptSignIn.signIn(
                new ScriptSignIn.Login("scripted", PASSWORD, Origin.unknown()), TRAIL))
        .isEqualTo(new ScriptSignIn.Answer.Refused());
  }

  @Test
  void aCodeIsGoodOnce() {
    var user = auth.givenTeller("replayed");
    var device = enrol(user);
    auth.now.set(NOON.plusSeconds(60));
    var code = device.code();

    assertThat(auth.checkSecondFactor.check(user.id(), code, TRAIL)).isTrue();
    assertThat(auth.checkSecondFactor.check(user.id(), code, TRAIL)).isFalse();
    auth.now.set(NOON.plusSeconds(90));
    assertThat(auth.checkSecondFactor.check(user.id(), code, TRAIL)).isFalse();
    assertThat(auth.checkSecondFactor.check(user.id(), device.code(), TRAIL)).isTrue();
  }

  @Test
  void ofTenUsesOfACodeAtOnceOneWins() throws Exception {
    var user = auth.givenTeller("raced");
    var device = enrol(user);
    auth.now.set(NOON.plusSeconds(60));
    var code = device.code();
    var threads = Executors.newFixedThreadPool(10);
    var running = new ArrayList<Future<Boolean>>();
    for (var i = 0; i < 10; i++) {
      running.add(threads.submit(() -> auth.checkSecondFactor.check(user.id(), code, TRAIL)));
    }
    var taken = 0;
    for (var answer : running) {
      taken += answer.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(taken).isEqualTo(1);
  }

  @Test
  void aRecoveryCodeIsGoodOnceAndKeptAsAHash() {
    var user = auth.givenTeller("recovering");
    var device = enrol(user);
    var code = device.recovery().get(3);

    assertThat(auth.databaseDump())
        .noneMatch(row -> row.contains(code) || row.contains(code.replace("-", "")))
        .noneMatch(row -> row.contains(device.secret()));
    assertThat(auth.checkSecondFactor.check(user.id(), code.toLowerCase(Locale.ROOT), TRAIL))
        .isTrue();
    assertThat(auth.checkSecondFactor.check(user.id(), code, TRAIL)).isFalse();
    assertThat(auth.eventData("auth.recovery-code-used.v1"))
        .anyMatch(data -> data.contains(user.id().toString()) && data.contains("9"));
  }

  @Test
  void wrongCodesMakeTheUserWaitWhateverThePasswordIs() {
    var user = auth.givenTeller("guessed");
    var device = enrol(user);
    auth.now.set(NOON.plusSeconds(60));
    for (var i = 0; i < LockOut.FREE_FAILURES; i++) {
      assertThat(auth.passwords.check("guessed", PASSWORD, TRAIL)).isPresent();
      assertThat(auth.checkSecondFactor.check(user.id(), "000000", TRAIL)).isFalse();
    }

    assertThat(auth.checkSecondFactor.check(user.id(), device.code(), TRAIL)).isFalse();
    auth.now.set(NOON.plusSeconds(70));
    assertThat(auth.checkSecondFactor.check(user.id(), device.code(), TRAIL)).isTrue();
    assertThat(auth.eventData("auth.sign-in-failed.v1"))
        .anyMatch(data -> data.contains("WRONG_CODE"));
  }

  @Test
  void anExpiredPasswordIsNoWayRoundTheSecondFactor() {
    var user = auth.givenTeller("sneaky");
    var device = enrol(user);
    done(auth.expirePassword(user, ADMIN));
    auth.now.set(NOON.plusSeconds(60));
    var form = browser.form(browser.request());

    assertThat(browser.submit(form, "sneaky", PASSWORD)).isInstanceOf(SignInAnswer.Code.class);
    assertThat(replace(form)).isInstanceOf(SignInAnswer.BeginAnew.class);
    assertThat(confirm(form, device.code())).isInstanceOf(SignInAnswer.NewPassword.class);
    assertThat(replace(form)).isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void noCodeIsAskedForBeforeThePassword() {
    var device = enrolled("early");
    auth.now.set(NOON.plusSeconds(60));
    var form = browser.form(browser.request());

    assertThat(confirm(form, device.code())).isInstanceOf(SignInAnswer.BeginAnew.class);
    browser.submit(form, "early", PASSWORD);
    var elsewhere = new SignInForm(form.handle(), "another browser", form.csrf());
    assertThat(auth.confirmSecondFactor.confirm(elsewhere, device.code(), TRAIL))
        .isInstanceOf(SignInAnswer.BeginAnew.class);
    auth.now.set(NOON.plus(Duration.ofMinutes(2)));
    assertThat(confirm(form, device.code())).isInstanceOf(SignInAnswer.BackToClient.class);
  }

  @Test
  void isSwitchedOffWithACodeOrByWhoManagesTheUser() {
    var user = auth.givenTeller("leaving");
    enrol(user);
    var weak = new Caller("weak", Set.of("users:update"), null, null, Map.of());

    assertThat(auth.disableSecondFactor.own(user.id(), "000000", TRAIL)).isEqualTo(Own.WRONG_CODE);
    assertThat(auth.disableSecondFactor.ofAnother(user.id(), weak, TRAIL))
        .isInstanceOf(Outcome.Refused.class);
    done(auth.disableSecondFactor.ofAnother(user.id(), ADMIN, TRAIL));

    assertThat(submitPassword("leaving")).isInstanceOf(SignInAnswer.BackToClient.class);
    var again = enrol(user);
    auth.now.set(NOON.plusSeconds(60));
    assertThat(auth.disableSecondFactor.own(user.id(), again.code(), TRAIL)).isEqualTo(Own.OFF);
    assertThat(auth.eventTypes("second-factor/" + user.id()))
        .containsExactly(
            "auth.second-factor-enabled.v1",
            "auth.second-factor-disabled.v1",
            "auth.second-factor-enabled.v1",
            "auth.second-factor-disabled.v1");
  }

  @Test
  void aSecretIsOpenedForItsOwnerAndUnderItsKeyOnly() {
    var encrypted = auth.encryption.encrypt("anna", new byte[] {1, 2, 3});

    assertThat(auth.encryption.decrypt("anna", encrypted)).containsExactly(1, 2, 3);
    assertThat(auth.encryption.encrypt("anna", new byte[] {1, 2, 3})).isNotEqualTo(encrypted);
    assertThatIllegalStateException().isThrownBy(() -> auth.encryption.decrypt("ben", encrypted));
  }

  private SignInAnswer submitPassword(String username) {
    return browser.submit(browser.form(browser.request()), username, PASSWORD);
  }

  private static SignInAnswer confirm(BeginSignIn.Answer.Form form, String code) {
    return auth.confirmSecondFactor.confirm(Browser.sent(form), code, TRAIL);
  }

  private static SignInAnswer replace(BeginSignIn.Answer.Form form) {
    return auth.replaceExpiredPassword.replace(Browser.sent(form), "another good password", TRAIL);
  }

  private static Device enrolled(String username) {
    return enrol(auth.givenTeller(username));
  }

  private static Device enrol(User user) {
    var begun = auth.enrolSecondFactor.begin(user).orElseThrow();
    var code = new Device(begun.secret(), null).code();
    var recovery = auth.enrolSecondFactor.confirm(user.id(), code, TRAIL);
    return new Device(begun.secret(), recovery);
  }

  private static byte[] bytes(String base32) {
    var bytes = new byte[base32.length() * 5 / 8];
    var buffer = 0;
    var held = 0;
    var at = 0;
    for (var i = 0; i < base32.length(); i++) {
      buffer = (buffer << 5) | BASE32.indexOf(base32.charAt(i));
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[at++] = (byte) (buffer >> held);
        buffer &= (1 << held) - 1;
      }
    }
    return bytes;
  }
}
