package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.accessToken;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.NOON;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.Revocation;
import org.corridor.auth.domain.User;
import org.corridor.auth.domain.UserStatus;
import org.corridor.auth.infrastructure.AuthFixture;
import org.corridor.kernel.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens that are called back: what the services are told, and what is told of a token. */
class RevocationsTest {

  private static final Assignment TELLER = new Assignment(Set.of("TELLER"), "BER", null, Map.of());
  private static final Assignment ELSEWHERE =
      new Assignment(Set.of("TELLER"), "MUC", null, Map.of());

  private static AuthFixture auth;

  private Browser browser;
  private ListRevocations listing;

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
    listing = new ListRevocations(auth.revocations, auth.clock);
  }

  @Test
  void aTokenThatItsClientRevokesGoesAloneAndItsSignInGoesOn() throws Exception {
    var tokens = signedIn("one-token");
    var access = accessToken(tokens);

    revoke(access, Browser.CLI);

    assertThat(published()).contains(fingerprint("jti", claims(access).getJWTID()));
    assertThat(isGood(access)).isFalse();
    var next = browser.token(browser.refreshing(refreshToken(tokens)));
    assertThat(isGood(accessToken(next))).isTrue();
  }

  @Test
  void aTokenOfAnotherClientIsNotRevoked() {
    var access = accessToken(signedIn("others-token"));
    var other = registered();

    revoke(access, other);

    assertThat(isGood(access)).isTrue();
  }

  @Test
  void aSignInThatEndsTakesItsAccessTokensWithIt() throws Exception {
    var tokens = signedIn("family");
    var there = accessToken(signedInAgain("family"));

    revoke(refreshToken(tokens), Browser.CLI);

    assertThat(published())
        .contains(fingerprint("sid", claims(accessToken(tokens)).getStringClaim("sid")));
    assertThat(isGood(accessToken(tokens))).isFalse();
    assertThat(isGood(there)).isTrue();
  }

  @Test
  void aRefreshTokenThatIsUsedTwiceTakesTheAccessTokensWithIt() throws Exception {
    var tokens = signedIn("thief");
    var second = browser.token(browser.refreshing(refreshToken(tokens)));

    browser.token(browser.refreshing(refreshToken(tokens)));

    assertThat(isGood(accessToken(second))).isFalse();
    assertThat(published())
        .contains(fingerprint("sid", claims(accessToken(second)).getStringClaim("sid")));
  }

  @Test
  void whoIsSignedOutEverywhereIsToldWithoutRedis() throws Exception {
    var access = accessToken(signedIn("everywhere"));
    var user = claims(access).getSubject();
    later(Duration.ofSeconds(10));

    auth.stopRedis();
    try {
      done(auth.signOut.everywhere(UUID.fromString(user), ADMIN, TRAIL));
    } finally {
      auth.startRedis();
    }

    assertThat(list())
        .anySatisfy(
            revocation -> {
              assertThat(revocation.fingerprint()).isEqualTo(fingerprint("sub", user));
              assertThat(revocation.authenticatedBefore()).isEqualTo(NOON.plusSeconds(10));
            });
    assertThat(isGood(access)).isFalse();
  }

  @Test
  void whoseRolesAreOthersRefreshesItsTokens() throws Exception {
    var tokens = signedIn("moved");
    var user = auth.users.byUsername("moved").orElseThrow();
    later(Duration.ofSeconds(10));

    update(user, ELSEWHERE, UserStatus.ACTIVE);

    assertThat(list())
        .anySatisfy(
            revocation -> {
              assertThat(revocation.fingerprint())
                  .isEqualTo(fingerprint("sub", user.id().toString()));
              assertThat(revocation.issuedUntil()).isEqualTo(NOON.plusSeconds(10));
              assertThat(revocation.authenticatedBefore()).isNull();
            });
    assertThat(isGood(accessToken(tokens))).isFalse();
    later(Duration.ofSeconds(1));
    var next = accessToken(browser.token(browser.refreshing(refreshToken(tokens))));
    assertThat(claims(next).getStringClaim("branch")).isEqualTo("MUC");
    assertThat(isGood(next)).isTrue();
  }

  @Test
  void anotherNameIsNoReasonToRefresh() {
    var tokens = signedIn("renamed");

    update(auth.users.byUsername("renamed").orElseThrow(), TELLER, UserStatus.ACTIVE);

    assertThat(isGood(accessToken(tokens))).isTrue();
  }

  @Test
  void whoIsLockedIsTold() throws Exception {
    var access = accessToken(signedIn("locked"));
    var user = auth.users.byUsername("locked").orElseThrow();
    later(Duration.ofSeconds(10));

    update(user, TELLER, UserStatus.LOCKED);

    assertThat(published()).contains(fingerprint("sub", user.id().toString()));
    assertThat(isGood(access)).isFalse();
  }

  @Test
  void aClientThatMayLessLosesItsTokensAndOneThatMayMoreDoesNot() throws Exception {
    var client = register("accounts:read", "clients:read");
    var first = machine(client);

    change(client.client().clientId(), 1, true, "accounts:read", "clients:read", "products:read");
    assertThat(isGood(first)).isTrue();
    later(Duration.ofSeconds(1));
    var second = machine(client);
    change(client.client().clientId(), 2, true, "accounts:read");

    assertThat(isGood(first)).isFalse();
    assertThat(isGood(second)).isFalse();
    later(Duration.ofSeconds(1));
    assertThat(isGood(machine(client))).isTrue();
    assertThat(published()).contains(fingerprint("client_id", client.client().clientId()));
  }

  @Test
  void aClientThatIsStoppedGetsNoTokensUntilItIsStartedAgain() {
    var client = register("accounts:read");
    var before = machine(client);

    change(client.client().clientId(), 1, false, "accounts:read");

    assertThat(isGood(before)).isFalse();
    assertThat(error(ask(client))).isEqualTo("invalid_client");
    later(Duration.ofSeconds(1));
    change(client.client().clientId(), 2, true, "accounts:read");
    assertThat(isGood(machine(client))).isTrue();
    assertThat(isGood(before)).as("for good").isFalse();
  }

  @Test
  void aSecretThatHasLeakedTakesTheTokensWithIt() {
    var client = register("accounts:read");
    var before = machine(client);

    done(
        auth.rotate(
            new ChangeClientCredentials.NewSecret(
                client.client().clientId(), Duration.ZERO, ADMIN, TRAIL)));

    assertThat(isGood(before)).isFalse();
  }

  @Test
  void nobodyChangesAClientThatMayMoreThanItself() {
    var client = register("accounts:read", "clients:read");
    var lesser =
        new Caller(
            ADMIN.subject(), Set.of("api-clients:update", "accounts:read"), null, null, Map.of());

    for (var scopes : List.of(Set.of("accounts:read"), Set.of("clients:read"))) {
      assertThat(auth.update(command(client.client().clientId(), 1, false, scopes, lesser)))
          .isEqualTo(
              Outcome.refused(
                  new Refusal.Forbidden(
                      "This client may do, or would, what you may not: you cannot change it.")));
    }
  }

  @Test
  void aClientIsNotChangedIntoWhatMakesNoSense() {
    var client = register("accounts:read");
    var id = client.client().clientId();

    assertThat(auth.update(command(id, 7, true, Set.of("accounts:read"), ADMIN)))
        .isEqualTo(Outcome.refused(new Refusal.Stale()));
    assertThat(auth.update(command(id, 1, true, Set.of("no:such"), ADMIN)))
        .isEqualTo(
            Outcome.refused(
                new Refusal.AgainstRule("client-refused", "There is no such scope: no:such")));
    assertThat(auth.update(command("nobody", 1, true, Set.of("accounts:read"), ADMIN)))
        .isEqualTo(Outcome.refused(new Refusal.NotFound("API client")));
    assertThat(auth.clients.byId(id).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void theListIsForAnHourAndCanBeAskedForWhatIsNew() {
    var access = accessToken(signedIn("old"));
    revoke(access, Browser.CLI);
    later(Duration.ofSeconds(2));

    assertThat(listing.list(null).asOf()).isEqualTo(auth.now.get());
    assertThat(list()).isNotEmpty();
    assertThat(listing.list(NOON.plusSeconds(1)).revocations()).isEmpty();
    later(Duration.ofHours(1));
    assertThat(list()).isEmpty();
  }

  private TokenResponse signedIn(String username) {
    auth.givenUser(username, TELLER);
    return signedInAgain(username);
  }

  private TokenResponse signedInAgain(String username) {
    return browser.token(browser.redemption(browser.code(browser.request(), username)));
  }

  private static boolean isGood(String accessToken) {
    return auth.verifyToken.verify(accessToken).isPresent();
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private List<Revocation> list() {
    // it is looked up once a second
    later(Duration.ofSeconds(1));
    return listing.list(null).revocations();
  }

  private List<String> published() {
    return list().stream().map(Revocation::fingerprint).toList();
  }

  private static String fingerprint(String claim, String value) {
    return Digests.sha256(claim + "=" + value);
  }

  private static void later(Duration time) {
    auth.now.updateAndGet(now -> now.plus(time));
  }

  private static void revoke(String token, String clientId) {
    assertThat(
            auth.revokeToken.revoke(
                Browser.http(Map.of("token", token, "client_id", clientId), null), TRAIL))
        .isEmpty();
  }

  private static void update(User user, Assignment assignment, UserStatus status) {
    done(
        auth.update(
            new UpdateUser.Command(
                user.id(),
                user.version(),
                "Another Name",
                null,
                assignment,
                status,
                ADMIN,
                TRAIL)));
  }

  /** A public client. */
  private static String registered() {
    return done(auth.register(
            new RegisterApiClient.Command(
                "Other",
                true,
                new ApiClient.Access(
                    Set.of(GrantType.AUTHORIZATION_CODE),
                    Set.of("https://other.test/callback"),
                    Set.of("accounts:read")),
                ADMIN,
                TRAIL)))
        .client()
        .clientId();
  }

  private static RegisterApiClient.Registered register(String... scopes) {
    return done(
        auth.register(
            new RegisterApiClient.Command("Machine", false, access(Set.of(scopes)), ADMIN, TRAIL)));
  }

  private static ApiClient.Access access(Set<String> scopes) {
    return new ApiClient.Access(Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), scopes);
  }

  private TokenResponse ask(RegisterApiClient.Registered client) {
    var pair = client.client().clientId() + ":" + client.secret();
    var basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    return browser.token(new HashMap<>(Map.of("grant_type", "client_credentials")), basic);
  }

  private String machine(RegisterApiClient.Registered client) {
    return accessToken(ask(client));
  }

  private static UpdateApiClient.Command command(
      String id, long version, boolean active, Set<String> scopes, Caller caller) {
    return new UpdateApiClient.Command(
        id, version, "Machine", access(scopes), active, caller, TRAIL);
  }

  private static void change(String id, long version, boolean active, String... scopes) {
    done(auth.update(command(id, version, active, Set.of(scopes), ADMIN)));
  }
}
