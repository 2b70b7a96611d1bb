package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.corridor.testing.liberty.TokensForTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as it is built, on the real server with a real PostgreSQL and Redis, over HTTP. */
@ExtendWith(ArquillianExtension.class)
class AuthDoorIT {

  private static final String PASSWORD = "correct horse battery";

  @ArquillianResource private URL url;

  private AuthDoor door;
  private final CodeVerifier verifier = new CodeVerifier();

  @Deployment(testable = false)
  static WebArchive theWarAsItIsBuilt() {
    return RedisForTests.theWar();
  }

  @BeforeEach
  void atTheDoor() throws URISyntaxException {
    door = new AuthDoor(url.toURI());
  }

  @Test
  void theServerTakesTheTokensThatItIssues() {
    var answer = machine();
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);

    var me = door.get("v1/me", answer.accessToken());

    assertThat(me.status()).as(me.body().toString()).isEqualTo(200);
    assertThat(me.body().path("roles").toString()).isEqualTo("[\"SERVICE\"]");
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() {
    var forged = TokensForTests.token("auth", "admin", "users:read");

    assertThat(door.get("v1/users", forged).status()).isEqualTo(401);
    assertThat(door.get("v1/users").status()).isEqualTo(401);
  }

  @Test
  void aPersonSignsInAndGoesOnWithRefreshTokens() {
    var teller = aTeller();

    var tokens = redeem(AuthDoor.code(signIn(teller)));
    assertThat(tokens.status()).as(tokens.body().toString()).isEqualTo(200);
    var me = door.get("v1/me", tokens.accessToken()).body();
    assertThat(me.path("username").asText()).isEqualTo(teller);
    assertThat(me.path("branch").asText()).isEqualTo("BER");

    var refreshed = refresh(tokens.refreshToken());
    assertThat(refreshed.status()).as(refreshed.body().toString()).isEqualTo(200);
    assertThat(refreshed.refreshToken()).isNotEqualTo(tokens.refreshToken());
  }

  @Test
  void aRefreshTokenThatIsUsedAgainEndsTheSignIn() {
    var stolen = redeem(AuthDoor.code(signIn(aTeller()))).refreshToken();
    var current = refresh(stolen).refreshToken();

    assertThat(refresh(stolen).error()).isEqualTo("invalid_grant");
    assertThat(refresh(current).error()).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeIsGoodForOneUse() {
    var code = AuthDoor.code(signIn(aTeller()));

    assertThat(redeem(code).status()).isEqualTo(200);
    assertThat(redeem(code).error()).isEqualTo("invalid_grant");
  }

  @Test
  void aWrongPasswordOpensNothing() {
    var page = door.signIn(aTeller(), "wrong horse battery", challenge());

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void withoutRedisMachinesGetTokensAndPeopleAreToldToComeBack() {
    var teller = aTeller();
    var refreshToken = redeem(AuthDoor.code(signIn(teller))).refreshToken();
    RedisForTests.stop();
    try {
      assertThat(machine().status()).isEqualTo(200);
      assertThat(door.authorize(challenge()).statusCode()).isEqualTo(503);
      var refused = refresh(refreshToken);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.error()).isEqualTo("temporarily_unavailable");
    } finally {
      RedisForTests.restart();
    }
    assertThat(redeem(AuthDoor.code(signIn(teller))).status()).isEqualTo(200);
  }

  private AuthDoor.Answer machine() {
    return door.machine(RedisForTests.BOOTSTRAP_CLIENT, RedisForTests.BOOTSTRAP_SECRET);
  }

  private String aTeller() {
    var username = "t" + UUID.randomUUID();
    var created =
        door.post(
            "v1/users",
            machine().accessToken(),
            "{\"username\":\"%s\",\"displayName\":\"Tina Teller\",\"password\":\"%s\",\"roles\":[\"TELLER\"],\"branch\":\"BER\"}"
                .formatted(username, PASSWORD));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    return username;
  }

  private HttpResponse<String> signIn(String username) {
    return door.signIn(username, PASSWORD, challenge());
  }

  private String challenge() {
    return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
  }

  private AuthDoor.Answer redeem(String code) {
    return door.token(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            AuthDoor.CLI,
            "code",
            code,
            "redirect_uri",
            AuthDoor.REDIRECT,
            "code_verifier",
            verifier.getValue()));
  }

  private AuthDoor.Answer refresh(String token) {
    return door.token(
        Map.of("grant_type", "refresh_token", "client_id", AuthDoor.CLI, "refresh_token", token));
  }
}
