package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.accessToken;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are bound to a key of their client (RFC 9449). */
class ProofOfPossessionTest {

  private static final String ENDPOINT = AuthFixture.ISSUER + "/token";
  private static final Map<String, String> MACHINE = Map.of("grant_type", "client_credentials");

  private static AuthFixture auth;
  private static ECKey key;
  private static ECKey otherKey;
  private static RegisterApiClient.Registered machine;
  private static RegisterApiClient.Registered strict;

  private Browser browser;

  @BeforeAll
  static void start() throws JOSEException {
    auth = new AuthFixture();
    auth.givenTeller("teller");
    key = new ECKeyGenerator(Curve.P_256).generate();
    otherKey = new ECKeyGenerator(Curve.P_256).generate();
    machine = register(ApiClient.Options.none());
    strict = register(new ApiClient.Options(Set.of(), false, true, false, false));
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @BeforeEach
  void aBrowser() {
    browser = new Browser(auth);
  }

  @Test
  void bindsTheTokenOfAMachineToItsKey() throws Exception {
    var response = asMachine(machine, proof(key));

    assertThat(boundKey(response)).isEqualTo(key.computeThumbprint().toString());
    assertThat(response.toSuccessResponse().getTokens().getAccessToken().getType().getValue())
        .isEqualTo("DPoP");
    assertThat(
            auth.introspectToken
                .introspect(Browser.http(Map.of("token", accessToken(response)), basic(machine)))
                .toSuccessResponse()
                .toJSONObject()
                .toString())
        .contains("\"token_type\":\"DPoP\"")
        .contains("\"jkt\"");
  }

  @Test
  void leavesTokensUnboundWithoutAProof() throws Exception {
    var response = asMachine(machine, null);

    assertThat(boundKey(response)).isNull();
    assertThat(response.toSuccessResponse().getTokens().getAccessToken().getType().getValue())
        .isEqualTo("Bearer");
  }

  @Test
  void wantsAProofOfAClientThatIsRegisteredSo() throws Exception {
    assertThat(error(asMachine(strict, null))).isEqualTo("invalid_dpop_proof");
    assertThat(error(asMachine(strict, proof(key)))).isEqualTo("none");
  }

  @Test
  void bindsTheRefreshTokensOfAPublicClient() throws Exception {
    var first = token(browser.redemption(browser.code(browser.request(), "teller")), proof(key));
    var refreshing = browser.refreshing(refreshToken(first));

    assertThat(error(token(refreshing, null))).isEqualTo("invalid_grant");
    assertThat(error(token(refreshing, proof(otherKey)))).isEqualTo("invalid_grant");
    var second = token(refreshing, proof(key));
    assertThat(error(second)).as("a thief without the key could not even end it").isEqualTo("none");
    assertThat(boundKey(second)).isEqualTo(key.computeThumbprint().toString());
  }

  @Test
  void bindsACodeToTheKeyThatTheRequestNames() throws Exception {
    for (var signer : new ECKey[] {null, otherKey, key}) {
      var request = browser.request();
      request.put("dpop_jkt", key.computeThumbprint().toString());
      var redemption = browser.redemption(browser.code(request, "teller"));

      assertThat(error(token(redemption, signer == null ? null : proof(signer))))
          .isEqualTo(key.equals(signer) ? "none" : "invalid_grant");
    }
  }

  @Test
  void bindsACodeToTheKeyThatWasProvedWhereTheRequestWasPushed() throws Exception {
    var pushed = push(browser.request()).toSuccessResponse().getRequestURI().toString();
    var brought = Map.of("client_id", Browser.CLI, "request_uri", pushed);
    var stolen = browser.redemption(browser.code(brought, "teller"));
    var contradiction = browser.request();
    contradiction.put("dpop_jkt", otherKey.computeThumbprint().toString());

    assertThat(error(token(stolen, proof(otherKey)))).isEqualTo("invalid_grant");
    assertThat(push(contradiction).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("invalid_request");
  }

  @Test
  void takesAProofOnce() throws Exception {
    var proof = proof(key);

    assertThat(error(asMachine(machine, proof))).isEqualTo("none");
    assertThat(error(asMachine(machine, proof))).isEqualTo("invalid_dpop_proof");
  }

  /** What is changed of a proof that is in order. */
  static Stream<Arguments> badProofs() throws Exception {
    var secret = new OctetSequenceKey.Builder(new byte[32]).build();
    return Stream.of(
        bad("for another method", c -> c.claim("htm", "GET")),
        bad("for another address", c -> c.claim("htu", AuthFixture.ISSUER + "/me")),
        bad("for another server", c -> c.claim("htu", "https://evil.test/api/auth/v1/token")),
        bad("that is old", c -> c.issueTime(at(-300))),
        bad("of the future", c -> c.issueTime(at(300))),
        bad("without a time", c -> c.issueTime(null)),
        bad("without an id", c -> c.jwtID(null)),
        bad("with a huge id", c -> c.jwtID("x".repeat(1_000))),
        Arguments.of(
            "of another type",
            sign(JWSAlgorithm.ES256, "JWT", key.toPublicJWK(), new ECDSASigner(key), good())),
        Arguments.of(
            "by another key than it shows",
            sign(
                JWSAlgorithm.ES256,
                "dpop+jwt",
                otherKey.toPublicJWK(),
                new ECDSASigner(key),
                good())),
        Arguments.of(
            "with a secret as its key",
            sign(JWSAlgorithm.HS256, "dpop+jwt", null, new MACSigner(secret), good())));
  }

  @ParameterizedTest(name = "a proof {0}")
  @MethodSource("badProofs")
  void refuses(String name, SignedJWT proof) {
    assertThat(error(asMachine(machine, proof))).isEqualTo("invalid_dpop_proof");
  }

  @Test
  void refusesTwoProofsAtOnceAndWhatIsNone() throws Exception {
    var two = Browser.http(MACHINE, basic(machine));
    two.setHeader("DPoP", proof(key).serialize(), proof(key).serialize());
    var none = Browser.http(MACHINE, basic(machine));
    none.setHeader("DPoP", "x");

    assertThat(error(auth.issueTokens.issue(two, TRAIL))).isEqualTo("invalid_dpop_proof");
    assertThat(error(auth.issueTokens.issue(none, TRAIL))).isEqualTo("invalid_dpop_proof");
    none.setHeader("DPoP", "bnVsbA.e30.AAAA");
    assertThat(error(auth.issueTokens.issue(none, TRAIL)))
        .as("a header of null")
        .isEqualTo("invalid_dpop_proof");
    none.setHeader("DPoP", "eyJhbGciOiJub25lIn0.e30.");
    assertThat(error(auth.issueTokens.issue(none, TRAIL)))
        .as("not signed")
        .isEqualTo("invalid_dpop_proof");
  }

  private static RegisterApiClient.Registered register(ApiClient.Options options) {
    var access =
        new ApiClient.Access(
            Set.of(GrantType.CLIENT_CREDENTIALS), Set.of(), Set.of("accounts:read"), options);
    return done(
        auth.register(new RegisterApiClient.Command("A program", false, access, ADMIN, TRAIL)));
  }

  private static TokenResponse asMachine(RegisterApiClient.Registered client, SignedJWT proof) {
    var request = Browser.http(MACHINE, basic(client));
    request.setDPoP(proof);
    return auth.issueTokens.issue(request, TRAIL);
  }

  private static TokenResponse token(Map<String, String> form, SignedJWT proof) {
    var request = Browser.http(form, null);
    request.setDPoP(proof);
    return auth.issueTokens.issue(request, TRAIL);
  }

  private static PushedAuthorizationResponse push(Map<String, String> form) throws JOSEException {
    var claims = new JWTClaimsSet.Builder(good()).claim("htu", AuthFixture.ISSUER + "/par").build();
    var request = Browser.http(form, null);
    request.setDPoP(
        sign(JWSAlgorithm.ES256, "dpop+jwt", key.toPublicJWK(), new ECDSASigner(key), claims));
    return auth.pushRequest.push(request);
  }

  private static Object boundKey(TokenResponse response) throws Exception {
    var confirmation =
        SignedJWT.parse(accessToken(response)).getJWTClaimsSet().getJSONObjectClaim("cnf");
    return confirmation == null ? null : confirmation.get("jkt");
  }

  private static String basic(RegisterApiClient.Registered client) {
    return new ClientSecretBasic(
            new ClientID(client.client().clientId()), new Secret(client.secret()))
        .toHTTPAuthorizationHeader();
  }

  private static Arguments bad(String name, Consumer<JWTClaimsSet.Builder> change)
      throws JOSEException {
    var claims = new JWTClaimsSet.Builder(good());
    change.accept(claims);
    return Arguments.of(
        name,
        sign(
            JWSAlgorithm.ES256,
            "dpop+jwt",
            key.toPublicJWK(),
            new ECDSASigner(key),
            claims.build()));
  }

  private static SignedJWT proof(ECKey signer) throws JOSEException {
    return sign(
        JWSAlgorithm.ES256, "dpop+jwt", signer.toPublicJWK(), new ECDSASigner(signer), good());
  }

  private static SignedJWT sign(
      JWSAlgorithm algorithm, String type, JWK shown, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).jwk(shown).build();
    var jwt = new SignedJWT(header, claims);
    jwt.sign(signer);
    return jwt;
  }

  private static JWTClaimsSet good() {
    return new JWTClaimsSet.Builder()
        .jwtID(UUID.randomUUID().toString())
        .claim("htm", "POST")
        .claim("htu", ENDPOINT)
        .issueTime(at(0))
        .build();
  }

  private static Date at(int secondsFromNow) {
    return Date.from(Instant.now().plusSeconds(secondsFromNow));
  }
}
