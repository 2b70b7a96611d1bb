package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.accessToken;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.query;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.PASSWORD;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of tokens and of who has signed in, and how a sign-in ends. */
class SignedInTest {

  private static AuthFixture auth;
  private static User teller;
  private static RegisterApiClient.Registered service;

  private Browser browser;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    teller = auth.givenTeller("teller");
    var access =
        new ApiClient.Access(
            Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), Set.of("accounts:read"));
    service =
        done(
            auth.register(new RegisterApiClient.Command("A service", false, access, ADMIN, TRAIL)));
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
  void tellsWhatAnAccessTokenSays() throws Exception {
    var token = accessToken(signIn("teller", "accounts:read"));
    var claims = SignedJWT.parse(token).getJWTClaimsSet();

    var answer = introspect(token).toSuccessResponse();

    assertThat(answer.isActive()).isTrue();
    assertThat(answer.getSubject().getValue()).isEqualTo(teller.id().toString());
    assertThat(answer.getClientID().getValue()).isEqualTo(Browser.CLI);
    assertThat(answer.getScope().toString()).isEqualTo("accounts:read");
    assertThat(answer.getIssuer().getValue()).isEqualTo(AuthFixture.ISSUER);
    assertThat(answer.getAudience()).hasSameSizeAs(claims.getAudience());
    assertThat(answer.getJWTID().getValue()).isEqualTo(claims.getJWTID());
    assertThat(answer.getExpirationTime()).isEqualTo(claims.getExpirationTime());
    assertThat(answer.toJSONObject()).containsEntry("auth_time", NOON.getEpochSecond());
    assertThat(answer.getTokenType().getValue()).isEqualTo("Bearer");
  }

  @Test
  void saysOnlyThatItIsNotActiveOfWhatIsNoGoodToken() throws Exception {
    var token = accessToken(signIn("teller", "openid accounts:read"));
    var parts = token.split("\\.", -1);
    var idToken = idToken(signIn("teller", "openid"));
    var unsigned = new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
    var stranger = refreshToken(signIn("teller", "accounts:read"));

    for (var bad :
        List.of("x", "a.b.c", parts[0] + "." + parts[1] + ".AAAA", unsigned, idToken, stranger)) {
      assertThat(introspect(bad).toSuccessResponse().toJSONObject())
          .hasToString("{\"active\":false}");
    }
    auth.now.set(NOON.plus(auth.settings.accessTokenLifetime()));
    assertThat(introspect(token).toSuccessResponse().isActive()).isFalse();
  }

  @Test
  void knowsThatAUserMayNoLongerComeIn() {
    var user = auth.givenTeller("leaver");
    var token = accessToken(signIn("leaver", "accounts:read"));
    assertThat(introspect(token).toSuccessResponse().isActive()).isTrue();

    auth.now.set(NOON.plusSeconds(1));
    done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                "Some Body",
                null,
                user.assignment(),
                UserStatus.DISABLED,
                ADMIN,
                TRAIL)));

    assertThat(introspect(token).toSuccessResponse().isActive()).isFalse();
    assertThat(auth.tellUserInfo.tell(token)).isNotInstanceOf(TellUserInfo.Answer.Known.class);
  }

  @Test
  void tellsAClientOfItsOwnRefreshTokenWhileItIsCurrent() {
    var web = registerWeb();
    var first = refreshToken(web.signIn());

    assertThat(web.introspect(first).toSuccessResponse().isActive()).isTrue();
    var second = refreshToken(web.refresh(first));
    assertThat(web.introspect(first).toSuccessResponse().isActive()).isFalse();
    assertThat(web.introspect(second).toSuccessResponse().isActive()).isTrue();
    assertThat(introspect(second).toSuccessResponse().isActive()).isFalse();
  }

  @Test
  void tellsNobodyWithoutCredentials() {
    var token = accessToken(signIn("teller", "accounts:read"));
    var asPublic = Map.of("token", token, "client_id", Browser.CLI);

    var answers =
        List.of(
            auth.introspectToken.introspect(Browser.http(asPublic, null)),
            auth.introspectToken.introspect(Browser.http(Map.of("token", token), null)),
            auth.introspectToken.introspect(
                Browser.http(Map.of("token", token), "Bearer " + token)),
            auth.introspectToken.introspect(Browser.http(Map.of(), basic(service))));

    assertThat(answers).noneMatch(TokenIntrospectionResponse::indicatesSuccess);
  }

  @Test
  void tellsWhoHasSignedInAsFarAsTheScopeGoes() {
    var openid = accessToken(signIn("teller", "openid"));
    var profile = accessToken(signIn("teller", "openid profile email"));

    assertThat(auth.tellUserInfo.tell(openid))
        .isEqualTo(new TellUserInfo.Answer.Known("{\"sub\":\"" + teller.id() + "\"}"));
    assertThat(auth.tellUserInfo.tell(profile).toString())
        .contains("\"preferred_username\":\"teller\"")
        .contains("\"name\":\"Some Body\"");
    assertThat(auth.tellUserInfo.tell(accessToken(signIn("teller", "accounts:read"))))
        .isInstanceOf(TellUserInfo.Answer.OutOfScope.class);
    assertThat(auth.tellUserInfo.tell("x")).isInstanceOf(TellUserInfo.Answer.Nobody.class);
  }

  @Test
  void endsTheSignInThatTheIdTokenCameFromAndGoesBack() throws Exception {
    var tokens = signIn("teller", "openid accounts:read");
    var other = refreshToken(signIn("teller", "openid"));
    auth.now.set(NOON.plusSeconds(3_600));

    var answer =
        end(
            Map.of(
                "id_token_hint",
                idToken(tokens),
                "post_logout_redirect_uri",
                Browser.REDIRECT,
                "state",
                "s & t"));

    var back = ((EndSession.Answer.BackToClient) answer).uri();
    assertThat(back.toString()).startsWith(Browser.REDIRECT + "?");
    assertThat(query(back)).containsExactly(Map.entry("state", "s & t"));
    assertThat(error(browser.token(browser.refreshing(refreshToken(tokens)))))
        .isEqualTo("invalid_grant");
    assertThat(error(browser.token(browser.refreshing(other)))).isEqualTo("none");
  }

  @Test
  void endsTheBrowsersSessionAlsoWhenTheProgramsTokensHaveEnded() throws Exception {
    var cookie = session("teller");
    var tokens = signIn("teller", "openid");
    var revocation = Map.of("token", refreshToken(tokens), "client_id", Browser.CLI);
    assertThat(auth.revokeToken.revoke(Browser.http(revocation, null), TRAIL)).isEmpty();

    end(Map.of("id_token_hint", idToken(tokens)), cookie);

    assertThat(auth.browsers.find(cookie)).isEmpty();
  }

  @Test
  void leavesTheSessionOfSomebodyElseInTheSameBrowser() throws Exception {
    auth.givenTeller("next-to-it");
    var cookie = session("next-to-it");

    end(Map.of("id_token_hint", idToken(signIn("teller", "openid"))), cookie);

    assertThat(auth.browsers.find(cookie)).isPresent();
  }

  private String session(String username) {
    var answer = browser.submit(browser.form(browser.request()), username, PASSWORD);
    return ((SignInAnswer.BackToClient) answer).begun().cookie();
  }

  @Test
  void sendsNobodyToAnAddressThatIsNotTheClients() throws Exception {
    var hint = idToken(signIn("teller", "openid"));

    for (var evil :
        List.of(
            "https://evil.test/",
            "http://127.0.0.1/callback/../x",
            "http://127.0.0.1.evil.test/callback",
            "http://localhost/callback")) {
      assertThat(end(Map.of("id_token_hint", hint, "post_logout_redirect_uri", evil)))
          .isInstanceOf(EndSession.Answer.SignedOut.class);
      assertThat(end(Map.of("client_id", "nobody", "post_logout_redirect_uri", evil)))
          .isInstanceOf(EndSession.Answer.NothingEnded.class);
    }
  }

  @Test
  void endsNothingWithoutAnIdTokenThatWasIssuedHere() throws Exception {
    var tokens = signIn("teller", "openid accounts:read");
    var unsigned = new PlainJWT(SignedJWT.parse(idToken(tokens)).getJWTClaimsSet()).serialize();

    assertThat(end(Map.of())).isInstanceOf(EndSession.Answer.NothingEnded.class);
    assertThat(end(Map.of("id_token_hint", unsigned)))
        .isInstanceOf(EndSession.Answer.Refused.class);
    assertThat(end(Map.of("id_token_hint", "x"))).isInstanceOf(EndSession.Answer.Refused.class);
    assertThat(end(Map.of("id_token_hint", "bnVsbA.e30.AAAA")))
        .as("a header of null")
        .isInstanceOf(EndSession.Answer.Refused.class);
    assertThat(end(Map.of("id_token_hint", accessToken(tokens))))
        .isInstanceOf(EndSession.Answer.Refused.class);
    assertThat(end(Map.of("id_token_hint", idToken(tokens), "client_id", "another")))
        .isInstanceOf(EndSession.Answer.Refused.class);
    assertThat(error(browser.token(browser.refreshing(refreshToken(tokens))))).isEqualTo("none");
  }

  private TokenResponse signIn(String username, String scope) {
    var request = browser.request();
    request.put("scope", scope);
    return browser.token(browser.redemption(browser.code(request, username)));
  }

  private static String idToken(TokenResponse response) throws Exception {
    return OIDCTokenResponse.parse(response.toHTTPResponse())
        .getOIDCTokens()
        .getIDToken()
        .serialize();
  }

  private static EndSession.Answer end(Map<String, String> parameters) {
    return end(parameters, "");
  }

  private static EndSession.Answer end(Map<String, String> parameters, String cookie) {
    var lists = new HashMap<String, List<String>>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return auth.endSession.end(lists, cookie, TRAIL);
  }

  private static TokenIntrospectionResponse introspect(String token) {
    return auth.introspectToken.introspect(Browser.http(Map.of("token", token), basic(service)));
  }

  private static String basic(RegisterApiClient.Registered client) {
    return new ClientSecretBasic(
            new ClientID(client.client().clientId()), new Secret(client.secret()))
        .toHTTPAuthorizationHeader();
  }

  private WebApplication registerWeb() {
    var access =
        new ApiClient.Access(
            Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
            Set.of(Browser.REDIRECT),
            Set.of("accounts:read"),
            new ApiClient.Options(Set.of(), false, false, false, true));
    return new WebApplication(
        browser,
        done(auth.register(new RegisterApiClient.Command("A web", false, access, ADMIN, TRAIL))));
  }

  /** A confidential client that people sign in to. */
  private record WebApplication(Browser browser, RegisterApiClient.Registered client) {

    TokenResponse signIn() {
      var request = browser.request();
      request.put("client_id", client.client().clientId());
      var redemption = browser.redemption(browser.code(request, "teller"));
      redemption.remove("client_id");
      return browser.token(redemption, basic(client));
    }

    TokenResponse refresh(String token) {
      var refreshing = browser.refreshing(token);
      refreshing.remove("client_id");
      return browser.token(refreshing, basic(client));
    }

    TokenIntrospectionResponse introspect(String token) {
      return auth.introspectToken.introspect(Browser.http(Map.of("token", token), basic(client)));
    }
  }
}
