package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.accessToken;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The token endpoint, on a real PostgreSQL and a real Redis. */
class TokenEndpointTest {

  private static final UUID ANNA = UUID.fromString("01936d5c-0000-7000-8000-000000000002");

  private static AuthFixture auth;
  private static RegisterApiClient.Registered machine;
  private static RegisterApiClient.Registered web;

  @BeforeAll
  static void start() {
    auth = new AuthFixture();
    auth.givenTeller("teller");
    auth.givenUser(
        "limited",
        new Assignment(
            Set.of("TELLER"), "BER", null, Map.of(Currency.getInstance("EUR"), 500_000L)));
    auth.givenUser("anna", new Assignment(Set.of("CUSTOMER"), "BER", ANNA, Map.of()));
    machine = register(false, GrantType.CLIENT_CREDENTIALS);
    web = register(true, GrantType.AUTHORIZATION_CODE);
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void atNoon() {
    auth.now.set(NOON);
  }

  private static RegisterApiClient.Registered register(boolean isPublic, GrantType type) {
    var uris = type == GrantType.AUTHORIZATION_CODE ? Set.of(Browser.REDIRECT) : Set.<String>of();
    var access =
        new ApiClient.Access(
            Set.of(type),
            uris,
            Set.of("accounts:read", "ledger:post"),
            new ApiClient.Options(Set.of(), false, false, false, true));
    return AuthFixture.done(
        auth.register(
            new RegisterApiClient.Command(
                "A program", isPublic, access, AuthFixture.ADMIN, AuthFixture.TRAIL)));
  }

  @Test
  void givesAMachineWhatItWasGranted() throws Exception {
    var token = new Browser(auth).token(Map.of("grant_type", "client_credentials"), basic());

    var claims = verified(accessToken(token)).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(machine.client().clientId());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(machine.client().clientId());
    assertThat(claims.getIssuer()).isEqualTo(AuthFixture.ISSUER);
    assertThat(claims.getAudience())
        .containsExactly(
            "corridor-auth",
            "corridor-client",
            "corridor-account",
            "corridor-transaction",
            "corridor-notification");
    assertThat(claims.getStringListClaim("permissions"))
        .containsExactly("accounts:read", "ledger:post");
    assertThat(claims.getStringClaim("scope")).isEqualTo("accounts:read ledger:post");
    assertThat(claims.getStringListClaim("roles")).containsExactly("SERVICE");
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOON);
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOON.plusSeconds(600));
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(token.toSuccessResponse().getTokens().getRefreshToken()).isNull();
  }

  @Test
  void narrowsScopeAndAudienceToWhatIsAskedFor() throws Exception {
    var token =
        new Browser(auth)
            .token(
                Map.of(
                    "grant_type",
                    "client_credentials",
                    "scope",
                    "accounts:read",
                    "resource",
                    "urn:corridor:account"),
                basic());

    var claims = verified(accessToken(token)).getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly("corridor-account");
    assertThat(claims.getStringListClaim("permissions")).containsExactly("accounts:read");
  }

  @Test
  void takesTheSecretInTheFormToo() {
    var form = machineForm();
    form.put("client_id", machine.client().clientId());
    form.put("client_secret", machine.secret());

    assertThat(error(new Browser(auth).token(form))).isEqualTo("none");
  }

  @Test
  void givesAPersonWhatItsRolesAllow() throws Exception {
    var browser = new Browser(auth);

    var token = browser.token(browser.redemption(browser.code(browser.request(), "limited")));

    var claims = verified(accessToken(token)).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("permissions"))
        .containsExactly(
            "accounts:read",
            "clients:read",
            "notifications:read",
            "products:read",
            "transactions:cash",
            "transactions:create",
            "transactions:read");
    assertThat(claims.getStringClaim("branch")).isEqualTo("BER");
    assertThat(claims.getStringListClaim("roles")).containsExactly("TELLER");
    assertThat(claims.getJSONObjectClaim("amount_limits")).isEqualTo(Map.of("EUR", "5000.00"));
    assertThat(claims.getStringClaim("client_id")).isEqualTo(Browser.CLI);
  }

  @Test
  void tellsTheServicesWhichCustomerItIs() throws Exception {
    var browser = new Browser(auth);

    var token = browser.token(browser.redemption(browser.code(browser.request(), "anna")));

    var claims = verified(accessToken(token)).getJWTClaimsSet();
    assertThat(claims.getStringClaim("corridor_client")).isEqualTo(ANNA.toString());
  }

  @Test
  void givesAClientNoMoreThanTheScopesItAsksFor() throws Exception {
    var browser = new Browser(auth);
    var request = browser.request();
    request.put("scope", "accounts:read users:create");

    var token = browser.token(browser.redemption(browser.code(request, "teller")));

    var claims = verified(accessToken(token)).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("permissions")).containsExactly("accounts:read");
    assertThat(token.toSuccessResponse().getTokens().getAccessToken().getScope().toString())
        .isEqualTo("accounts:read");
  }

  @Test
  void tellsAClientThatAsksWhoHasSignedIn() throws Exception {
    var browser = new Browser(auth);
    var request = browser.request();
    request.put("scope", "openid accounts:read");
    request.put("nonce", "n-1");

    var response = browser.token(browser.redemption(browser.code(request, "teller")));

    var idToken =
        OIDCTokenResponse.parse(response.toHTTPResponse())
            .getOIDCTokens()
            .getIDToken()
            .getJWTClaimsSet();
    assertThat(idToken.getAudience()).containsExactly(Browser.CLI);
    assertThat(idToken.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(idToken.getSubject())
        .isEqualTo(verified(accessToken(response)).getJWTClaimsSet().getSubject());
  }

  @Test
  void givesNoRefreshTokenToAClientThatMayNotRefresh() {
    var browser = new Browser(auth);
    var request = browser.request();
    request.put("client_id", web.client().clientId());
    var redemption = browser.redemption(browser.code(request, "teller"));
    redemption.put("client_id", web.client().clientId());

    var tokens = browser.token(redemption).toSuccessResponse().getTokens();

    assertThat(tokens.getRefreshToken()).isNull();
  }

  /** What is changed of a request that is in order, and the error that it gets then. */
  static Stream<Arguments> badMachines() {
    return Stream.of(
        bad("no grant type", f -> f.remove("grant_type"), "invalid_request"),
        bad("password grant", f -> password(f), "unsupported_grant_type"),
        bad("unknown grant", f -> f.put("grant_type", "magic"), "unsupported_grant_type"),
        bad("no secret", f -> f.remove("client_secret"), "invalid_client"),
        bad("empty secret", f -> f.put("client_secret", ""), "invalid_client"),
        bad("wrong secret", f -> f.put("client_secret", "guess"), "invalid_client"),
        bad("unknown client", f -> f.put("client_id", "nobody"), "invalid_client"),
        bad("odd client", f -> f.put("client_id", "a\u0000b"), "invalid_client"),
        bad("user as client", f -> f.put("client_id", ANNA.toString()), "invalid_client"),
        bad("public client", f -> f.put("client_id", Browser.CLI), "invalid_client"),
        bad("no client", f -> f.remove("client_id"), "invalid_client"),
        bad("scope not granted", f -> f.put("scope", "users:create"), "invalid_scope"),
        bad("one scope not granted", f -> f.put("scope", "accounts:read x"), "invalid_scope"),
        bad("openid", f -> f.put("scope", "openid"), "invalid_scope"),
        bad("other resource", f -> f.put("resource", "urn:corridor:x"), "invalid_target"),
        bad("no URI", f -> f.put("resource", "corridor-account"), "invalid_target"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("badMachines")
  void refusesAMachine(String name, Consumer<Map<String, String>> change, String expected) {
    var form = machineForm();
    form.put("client_id", machine.client().clientId());
    form.put("client_secret", machine.secret());
    change.accept(form);

    assertThat(error(new Browser(auth).token(form))).isEqualTo(expected);
  }

  @Test
  void refusesAGrantThatTheClientWasNotGiven() {
    var browser = new Browser(auth);
    var code = browser.redemption(browser.code(browser.request(), "teller"));
    code.remove("client_id");
    var machineAsCli = Map.of("grant_type", "client_credentials", "client_id", Browser.CLI);

    assertThat(error(browser.token(code, basic()))).isEqualTo("unauthorized_client");
    assertThat(error(browser.token(machineAsCli))).isEqualTo("invalid_client");
  }

  @Test
  void refusesTheSecretInTwoPlacesAtOnce() {
    var form = machineForm();
    form.put("client_id", machine.client().clientId());
    form.put("client_secret", machine.secret());

    assertThat(error(new Browser(auth).token(form, basic()))).isEqualTo("invalid_request");
  }

  static Stream<Arguments> badRedemptions() {
    return Stream.of(
        bad("no verifier", f -> f.remove("code_verifier"), "invalid_grant"),
        bad("wrong verifier", f -> f.put("code_verifier", "x".repeat(43)), "invalid_grant"),
        bad("short verifier", f -> f.put("code_verifier", "x"), "invalid_request"),
        bad("no redirect", f -> f.remove("redirect_uri"), "invalid_grant"),
        bad(
            "other port",
            f -> f.put("redirect_uri", "http://127.0.0.1:9999/callback"),
            "invalid_grant"),
        bad("other client", f -> f.put("client_id", web.client().clientId()), "invalid_grant"),
        bad("unknown code", f -> f.put("code", "x".repeat(43)), "invalid_grant"),
        bad("no code", f -> f.remove("code"), "invalid_request"),
        bad("resource not granted", f -> f.put("resource", "urn:x:y"), "invalid_target"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("badRedemptions")
  void refusesACode(String name, Consumer<Map<String, String>> change, String expected) {
    var browser = new Browser(auth);
    var redemption = browser.redemption(browser.code(browser.request(), "teller"));
    change.accept(redemption);

    assertThat(error(browser.token(redemption))).isEqualTo(expected);
  }

  @Test
  void usesACodeUpByABadAttempt() {
    var browser = new Browser(auth);
    var code = browser.code(browser.request(), "teller");
    var guess = browser.redemption(code);
    guess.put("code_verifier", "x".repeat(43));

    browser.token(guess);

    assertThat(error(browser.token(browser.redemption(code)))).isEqualTo("invalid_grant");
  }

  @Test
  void revokesWhatAReplayedCodeHasGiven() {
    var browser = new Browser(auth);
    var redemption = browser.redemption(browser.code(browser.request(), "teller"));
    var given = browser.token(redemption);

    var replay = browser.token(redemption);
    var refresh = browser.token(browser.refreshing(refreshToken(given)));

    assertThat(error(replay)).isEqualTo("invalid_grant");
    assertThat(error(refresh)).isEqualTo("invalid_grant");
    assertThat(auth.eventData("auth.token-family-revoked.v1"))
        .anyMatch(data -> data.contains("CODE_REPLAYED"));
  }

  @Test
  void refusesTheCodeOfAUserWhoWasGivenAnotherPasswordMeanwhile() {
    var user = auth.givenTeller("changing");
    var browser = new Browser(auth);
    var redemption = browser.redemption(browser.code(browser.request(), "changing"));
    auth.now.set(NOON.plusSeconds(1));
    AuthFixture.done(
        auth.changePassword(
            new ChangePassword.Command(
                user.id(), null, "another good password", AuthFixture.ADMIN, AuthFixture.TRAIL)));

    assertThat(error(browser.token(redemption))).isEqualTo("invalid_grant");
  }

  @Test
  void tellsNobodyWhetherAClientExists() {
    var unknown = machineForm();
    unknown.put("client_id", "nobody");
    unknown.put("client_secret", "guess");
    var known = machineForm();
    known.put("client_id", machine.client().clientId());
    known.put("client_secret", "guess");
    var browser = new Browser(auth);

    assertThat(browser.token(unknown).toHTTPResponse().getBody())
        .isEqualTo(browser.token(known).toHTTPResponse().getBody());
  }

  private static Map<String, String> machineForm() {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "client_credentials");
    return form;
  }

  private static void password(Map<String, String> form) {
    form.put("grant_type", "password");
    form.put("username", "teller");
    form.put("password", AuthFixture.PASSWORD);
  }

  private static Arguments bad(String name, Consumer<Map<String, String>> change, String expected) {
    return Arguments.of(name, change, expected);
  }

  private static String basic() {
    return new ClientSecretBasic(
            new ClientID(machine.client().clientId()), new Secret(machine.secret()))
        .toHTTPAuthorizationHeader();
  }

  private static SignedJWT verified(String token) throws Exception {
    var jwt = SignedJWT.parse(token);
    var key = auth.keys.publicKeys().getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.getHeader().getType().toString()).isEqualTo("at+jwt");
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt;
  }
}
