package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.util.Map;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.Test;

class RedisAwayTest {

  private static final String SECRET = "a-secret-of-more-than-32-characters";

  @Test
  void letsNobodySignInOrRefreshAndGivesMachinesTheirTokens() {
    try (var auth = new AuthFixture()) {
      auth.givenTeller("teller");
      auth.bootstrap("bootstrap", SECRET);
      var browser = new Browser(auth);
      var token = browser.refreshTokenOf("teller");
      var basic =
          new ClientSecretBasic(new ClientID("bootstrap"), new Secret(SECRET))
              .toHTTPAuthorizationHeader();
      auth.stopRedis();

      assertThat(auth.redisAnswers()).isFalse();
      assertThatThrownBy(() -> browser.begin(browser.request()))
          .isInstanceOf(TokenStoreUnavailable.class);
      assertThatThrownBy(
              () ->
                  auth.passwords.check(
                      "teller", AuthFixture.PASSWORD, new Origin("x", "192.0.2.1"), TRAIL))
          .isInstanceOf(TokenStoreUnavailable.class);
      var user = auth.users.byUsername("teller").orElseThrow();
      assertThat(auth.signOut.everywhere(user.id(), AuthFixture.ADMIN, TRAIL))
          .isInstanceOf(Outcome.Done.class);
      assertThat(auth.users.byId(user.id()).orElseThrow().version()).isEqualTo(2);
      var refused = browser.token(browser.refreshing(token));
      assertThat(error(refused)).isEqualTo("temporarily_unavailable");
      assertThat(refused.toHTTPResponse().getStatusCode()).isEqualTo(503);
      assertThat(error(browser.token(Map.of("grant_type", "client_credentials"), basic)))
          .isEqualTo("none");

      auth.startRedis();

      assertThat(auth.redisAnswers()).isTrue();
      assertThat(browser.begin(browser.request())).isInstanceOf(BeginSignIn.Answer.Form.class);
    }
  }
}
