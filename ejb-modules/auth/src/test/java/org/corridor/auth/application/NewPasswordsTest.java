package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import java.util.Map;
import java.util.Set;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.PasswordFault;
import org.corridor.auth.domain.User;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are taken, and who must choose another one. */
class NewPasswordsTest {

  private static final String SECOND = "another good password";
  private static final String THIRD = "the third good password";

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

  @ParameterizedTest
  @ValueSource(strings = {"Password2026!!", "iloveyouiloveyou", "1q2w3e4r5t6y", "princess 123456"})
  void refusesWhatIsKnownFromBreachesAndChangesNothing(String password) {
    var teller = new Assignment(Set.of("TELLER"), "BER", null, Map.of());

    var created = auth.create("breached", teller, password, ADMIN);

    assertThat(code(created)).isEqualTo("password-breached");
    assertThat(auth.users.byUsername("breached")).isEmpty();
  }

  @Test
  void takesNoneOfTheLastOnesAgainAndAnOlderOneDoes() {
    var user = auth.givenTeller("forgetful");
    change(user, PASSWORD, SECOND);
    change(user, SECOND, THIRD);

    assertThat(code(attempt(user, THIRD, THIRD))).isEqualTo("password-reused");
    assertThat(code(attempt(user, THIRD, SECOND))).isEqualTo("password-reused");
    assertThat(code(attempt(user, THIRD, PASSWORD))).isEqualTo("password-reused");
    change(user, THIRD, "the fourth good password");
    change(user, "the fourth good password", PASSWORD);

    assertThat(auth.passwords.check("forgetful", PASSWORD, TRAIL)).isPresent();
  }

  @Test
  void saysNothingOfFormerPasswordsToWhoDoesNotKnowThePresentOne() {
    var user = auth.givenTeller("guessed-at");
    change(user, PASSWORD, SECOND);

    assertThat(code(attempt(user, "not the present one", PASSWORD)))
        .isEqualTo("current-password-wrong");
    assertThat(set(user, PASSWORD)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whoseAdministratorHasSetThePasswordChoosesItsOwnToGetIn() {
    var user = auth.givenTeller("forced");
    done(set(user, SECOND));
    var form = browser.form(browser.request());

    var asked = browser.submit(form, "forced", SECOND);
    assertThat(asked).isInstanceOf(SignInAnswer.NewPassword.class);
    assertThat(fault(replace(form, SECOND))).isEqualTo(PasswordFault.REUSED);
    assertThat(fault(replace(form, "short"))).isEqualTo(PasswordFault.LENGTH);
    assertThat(fault(replace(form, "Password2026!!"))).isEqualTo(PasswordFault.BREACHED);
    var in = replace(form, THIRD);

    var code = Browser.query(((SignInAnswer.BackToClient) in).uri()).get("code");
    assertThat(Browser.error(browser.token(browser.redemption(code)))).isEqualTo("none");
    assertThat(auth.users.byId(user.id()).orElseThrow().passwordExpired()).isFalse();
    assertThat(auth.passwords.check("forced", SECOND, TRAIL)).isEmpty();
    assertThat(replace(form, "the fourth good password"))
        .isInstanceOf(SignInAnswer.BeginAnew.class);
  }

  @Test
  void anExpiredPasswordAsksForAnotherAtTheNextSignInOnly() {
    var user = auth.givenTeller("expired");
    var refreshToken = browser.refreshTokenOf("expired");

    done(auth.expirePassword(user, ADMIN));
    done(auth.expirePassword(user, ADMIN));

    assertThat(Browser.error(browser.token(browser.refreshing(refreshToken)))).isEqualTo("none");
    assertThat(browser.submit(browser.form(browser.request()), "expired", PASSWORD))
        .isInstanceOf(SignInAnswer.NewPassword.class);
    assertThat(auth.eventTypes("user/" + user.id()))
        .containsExactly("auth.user-created.v1", "auth.password-expired.v1");
  }

  @Test
  void nobodyReplacesAPasswordWithoutTheExpiredOne() {
    done(auth.expirePassword(auth.givenTeller("victim"), ADMIN));
    var form = browser.form(browser.request());

    assertThat(replace(form, SECOND)).isInstanceOf(SignInAnswer.BeginAnew.class);

    browser.submit(form, "victim", PASSWORD);
    var forged = new SignInForm(form.handle(), form.binding(), "forged");
    assertThat(auth.replaceExpiredPassword.replace(forged, SECOND, TRAIL))
        .isInstanceOf(SignInAnswer.BeginAnew.class);
    var elsewhere = new SignInForm(form.handle(), "another browser", form.csrf());
    assertThat(auth.replaceExpiredPassword.replace(elsewhere, SECOND, TRAIL))
        .isInstanceOf(SignInAnswer.BeginAnew.class);
    assertThat(auth.passwords.check("victim", PASSWORD, TRAIL)).isPresent();
  }

  @Test
  void nobodyExpiresThePasswordOfAMorePowerfulUser() {
    var chief =
        auth.givenUser("expiry-chief", new Assignment(Set.of("ORG_ADMIN"), null, null, Map.of()));
    var weak = new Caller("weak", Set.of("users:update"), null, null, Map.of());

    assertThat(((Outcome.Refused<User>) auth.expirePassword(chief, weak)).refusal())
        .isInstanceOf(Refusal.Forbidden.class);
  }

  private SignInAnswer replace(BeginSignIn.Answer.Form form, String wanted) {
    return auth.replaceExpiredPassword.replace(Browser.sent(form), wanted, TRAIL);
  }

  private static PasswordFault fault(SignInAnswer answer) {
    return ((SignInAnswer.NewPassword) answer).fault();
  }

  private static void change(User user, String current, String wanted) {
    auth.now.updateAndGet(now -> now.plusSeconds(60));
    done(attempt(user, current, wanted));
  }

  private static Outcome<User> attempt(User user, String current, String wanted) {
    var self = new Caller(user.id().toString(), Set.of(), "BER", null, Map.of());
    return auth.changePassword(new ChangePassword.Command(user.id(), current, wanted, self, TRAIL));
  }

  private static Outcome<User> set(User user, String wanted) {
    return auth.changePassword(new ChangePassword.Command(user.id(), null, wanted, ADMIN, TRAIL));
  }

  private static String code(Outcome<User> outcome) {
    var refusal = ((Outcome.Refused<User>) outcome).refusal();
    return ((Refusal.AgainstRule) refusal).code();
  }
}
