package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.util.Optional;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simple doors for scripts. */
class ScriptSignInTest {

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
  void atNoon() {
    auth.now.set(NOON);
    browser = new Browser(auth);
  }

  @Test
  void givesAPersonTheTokensOfTheCommandLine() throws Exception {
    var tokens = signIn("teller", PASSWORD).orElseThrow();

    var claims = SignedJWT.parse(tokens.getAccessToken().getValue()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("client_id")).isEqualTo(Browser.CLI);
    assertThat(claims.getStringListClaim("permissions")).contains("transactions:create");
    assertThat(claims.getStringClaim("branch")).isEqualTo("BER");
    var refreshed = browser.token(browser.refreshing(tokens.getRefreshToken().getValue()));
    assertThat(error(refreshed)).isEqualTo("none");
  }

  @Test
  void givesNothingForWhateverIsWrong() {
    assertThat(signIn("teller", "wrong horse battery")).isEmpty();
    assertThat(signIn("nobody", PASSWORD)).isEmpty();
    assertThat(signIn("", "")).isEmpty();
    assertThat(signIn("te\u0000ller", PASSWORD)).isEmpty();
  }

  @Test
  void delaysAsTheSignInPageDoesSoThatNeitherIsAWayRoundTheOther() {
    auth.givenTeller("guessed");
    for (var attempt = 0; attempt < 5; attempt++) {
      signIn("guessed", "wrong horse battery");
    }

    assertThat(signIn("guessed", PASSWORD)).isEmpty();
    assertThat(browser.submit(browser.form(browser.request()), "guessed", PASSWORD))
        .isInstanceOf(SignInAnswer.TryAgain.class);
  }

  @Test
  void givesNothingToWhoMustChooseAnotherPassword() {
    var user = auth.givenTeller("expired");
    assertThat(signIn("expired", PASSWORD)).isPresent();

    auth.expirePassword(user, ADMIN);

    assertThat(signIn("expired", PASSWORD)).isEmpty();
  }

  @Test
  void givesNothingWhereTheCommandLineMustHaveBoundTokens() {
    var cli = auth.clients.byId(Browser.CLI).orElseThrow();
    var access = cli.access();
    var bound =
        new ApiClient.Access(
            access.grantTypes(),
            access.redirectUris(),
            access.scopes(),
            new ApiClient.Options(Set.of(), false, false, true, true));

    change(bound);
    assertThat(signIn("teller", PASSWORD)).isEmpty();
    change(access);
    assertThat(signIn("teller", PASSWORD)).isPresent();
  }

  @Test
  void verifiesATokenUntilItEnds() {
    var token = signIn("teller", PASSWORD).orElseThrow().getAccessToken().getValue();

    var verified = auth.verifyToken.verify(token).orElseThrow();

    assertThat(verified.clientId()).isEqualTo(Browser.CLI);
    assertThat(verified.permissions()).contains("accounts:read");
    assertThat(verified.audience()).contains("corridor-account");
    assertThat(verified.expiresAt()).isEqualTo(NOON.plus(auth.settings.accessTokenLifetime()));
    auth.now.set(verified.expiresAt());
    assertThat(auth.verifyToken.verify(token)).isEmpty();
    assertThat(auth.verifyToken.verify("a.b.c")).isEmpty();
    assertThat(auth.verifyToken.verify("x")).isEmpty();
  }

  private static void change(ApiClient.Access access) {
    var cli = auth.clients.byId(Browser.CLI).orElseThrow();
    done(
        auth.update(
            new UpdateApiClient.Command(
                Browser.CLI, cli.version(), cli.name(), access, true, ADMIN, TRAIL)));
  }

  private static Optional<Tokens> signIn(String username, String password) {
    var login = new ScriptSignIn.Login(username, password, Origin.unknown());
    return auth.scriptSignIn.signIn(login, TRAIL) instanceof ScriptSignIn.Answer.SignedIn in
        ? Optional.of(in.tokens())
        : Optional.empty();
  }
}
