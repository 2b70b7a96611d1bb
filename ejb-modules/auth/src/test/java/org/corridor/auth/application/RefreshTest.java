package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens: they rotate, and a second use of one ends all of them. */
class RefreshTest {

  private static AuthFixture auth;
  private static User teller;

  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    teller = auth.givenTeller("teller");
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
  void rotatesWithEachUse() {
    var first = browser.refreshTokenOf("teller");

    var second = refreshToken(browser.token(browser.refreshing(first)));
    var third = refreshToken(browser.token(browser.refreshing(second)));

    assertThat(Set.of(first, second, third)).hasSize(3);
  }

  @Test
  void endsTheWholeFamilyWhenATokenIsUsedTwice() {
    var first = browser.refreshTokenOf("teller");
    var second = refreshToken(browser.token(browser.refreshing(first)));

    var reuse = browser.token(browser.refreshing(first));

    assertThat(error(reuse)).isEqualTo("invalid_grant");
    assertThat(error(browser.token(browser.refreshing(second)))).isEqualTo("invalid_grant");
    assertThat(auth.eventTypes("token-family/" + first.substring(0, 36)))
        .containsExactly("auth.token-family-revoked.v1");
  }

  @Test
  void leavesOtherSignInsOfTheSameUserAlone() {
    var here = browser.refreshTokenOf("teller");
    var there = browser.refreshTokenOf("teller");
    browser.token(browser.refreshing(here));

    browser.token(browser.refreshing(here));

    assertThat(error(browser.token(browser.refreshing(there)))).isEqualTo("none");
  }

  @Test
  void letsExactlyOneOfTwentyUsesAtOnceWinAndThenEndsTheFamily() throws Exception {
    var token = browser.refreshTokenOf("teller");

    var responses = atOnce(20, () -> browser.token(browser.refreshing(token)));

    var winners = responses.stream().filter(TokenResponse::indicatesSuccess).toList();
    assertThat(winners).hasSize(1);
    var next = refreshToken(winners.get(0));
    assertThat(error(browser.token(browser.refreshing(next)))).isEqualTo("invalid_grant");
    assertThat(auth.eventTypes("token-family/" + token.substring(0, 36)))
        .containsExactly("auth.token-family-revoked.v1");
  }

  @Test
  void letsExactlyOneOfTwentyRedemptionsOfACodeAtOnceWin() throws Exception {
    var redemption = browser.redemption(browser.code(browser.request(), "teller"));

    var responses = atOnce(20, () -> browser.token(redemption));

    // a replay may revoke the family before the winner has begun it: then nobody wins
    var winners = responses.stream().filter(TokenResponse::indicatesSuccess).toList();
    assertThat(winners.size()).isLessThanOrEqualTo(1);
    for (var winner : winners) {
      assertThat(error(browser.token(browser.refreshing(refreshToken(winner)))))
          .isEqualTo("invalid_grant");
    }
  }

  @Test
  void readsTheRolesAnew() throws Exception {
    var user = auth.givenTeller("promoted");
    var token = browser.refreshTokenOf("promoted");
    AuthFixture.done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                "Some Body",
                null,
                new Assignment(Set.of("COMPLIANCE"), "BER", null, Map.of()),
                UserStatus.ACTIVE,
                AuthFixture.ADMIN,
                AuthFixture.TRAIL)));

    var refreshed = browser.token(browser.refreshing(token));

    var claims = SignedJWT.parse(Browser.accessToken(refreshed)).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("permissions")).contains("kyc:approve");
    assertThat(claims.getStringListClaim("roles")).containsExactly("COMPLIANCE");
  }

  @Test
  void refusesAUserWhoWasDisabledAndStaysRefusedWhenItComesBack() {
    var user = auth.givenTeller("leaver");
    var token = browser.refreshTokenOf("leaver");
    auth.now.set(NOON.plusSeconds(1));
    var disabled = setStatus(user, UserStatus.DISABLED);
    var whileAway = browser.token(browser.refreshing(token));
    setStatus(disabled, UserStatus.ACTIVE);

    assertThat(error(whileAway)).isEqualTo("invalid_grant");
    assertThat(error(browser.token(browser.refreshing(token)))).isEqualTo("invalid_grant");
  }

  @Test
  void refusesSignInsOfBeforeTheLastPassword() {
    var user = auth.givenTeller("careful");
    var token = browser.refreshTokenOf("careful");
    auth.now.set(NOON.plusSeconds(1));
    AuthFixture.done(
        auth.changePassword(
            new ChangePassword.Command(
                user.id(), null, "another good password", AuthFixture.ADMIN, AuthFixture.TRAIL)));

    assertThat(error(browser.token(browser.refreshing(token)))).isEqualTo("invalid_grant");
  }

  @Test
  void endsWithTheSignIn() {
    var token = browser.refreshTokenOf("teller");
    auth.now.set(NOON.plus(auth.settings.signInLifetime()));

    assertThat(error(browser.token(browser.refreshing(token)))).isEqualTo("invalid_grant");
  }

  @Test
  void mayNarrowScopeAndAudienceAndNeverWidenThem() throws Exception {
    var request = browser.request();
    request.put("scope", "accounts:read clients:read");
    request.put("resource", "urn:corridor:account");
    var token = refreshToken(browser.token(browser.redemption(browser.code(request, "teller"))));
    var wider = browser.refreshing(token);
    wider.put("scope", "transactions:create");
    var elsewhere = browser.refreshing(token);
    elsewhere.put("resource", "urn:corridor:client");
    var narrower = browser.refreshing(token);
    narrower.put("scope", "accounts:read");

    assertThat(error(browser.token(wider))).isEqualTo("invalid_scope");
    assertThat(error(browser.token(elsewhere))).isEqualTo("invalid_target");
    var claims = SignedJWT.parse(Browser.accessToken(browser.token(narrower))).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("permissions")).containsExactly("accounts:read");
    assertThat(claims.getAudience()).containsExactly("corridor-account");
  }

  @Test
  void refusesWhatIsNoRefreshToken() {
    for (var nonsense :
        new String[] {"x", ".", "a.b", teller.id() + ".x", teller.id() + ".", "a.b.c"}) {
      assertThat(error(browser.token(browser.refreshing(nonsense)))).isEqualTo("invalid_grant");
    }
  }

  @Test
  void isVoidOnceRevoked() {
    var token = browser.refreshTokenOf("teller");

    var error = revoke(token);

    assertThat(error).isEmpty();
    assertThat(error(browser.token(browser.refreshing(token)))).isEqualTo("invalid_grant");
  }

  @Test
  void saysYesToTheRevocationOfWhatIsNoToken() {
    assertThat(revoke("nonsense")).isEmpty();
    assertThat(revoke("a.b.c")).isEmpty();
    assertThat(revoke("bnVsbA.e30.AAAA")).as("a header of null").isEmpty();
  }

  @Test
  void keepsNoTokenInRedisThatCouldBeUsed() {
    var token = browser.refreshTokenOf("teller");

    assertThat(auth.redisDump()).isNotEmpty().noneMatch(text -> text.contains(token.substring(37)));
  }

  private static Optional<ErrorObject> revoke(String token) {
    return auth.revokeToken.revoke(
        Browser.http(Map.of("token", token, "client_id", Browser.CLI), null), AuthFixture.TRAIL);
  }

  private static User setStatus(User user, UserStatus status) {
    return AuthFixture.done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                "Some Body",
                null,
                user.assignment(),
                status,
                AuthFixture.ADMIN,
                AuthFixture.TRAIL)));
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(times);
    try {
      var running = new ArrayList<Future<T>>();
      for (var i = 0; i < times; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.call();
                }));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (var future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
