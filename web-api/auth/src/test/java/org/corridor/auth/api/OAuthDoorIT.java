package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients of OAuth and OpenID Connect may count on, at the WAR as it is built, over HTTP. */
@ExtendWith(ArquillianExtension.class)
class OAuthDoorIT {

  private static final String PASSWORD = "correct horse battery";
  private static final String ORIGIN = "https://corridor.test";

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
  void aPersonIsSentBackWithoutTheForm() {
    assertThat(door.signIn(aTeller(), PASSWORD, challenge()).statusCode()).isEqualTo(303);
  }

  @Test
  void aTokenThatIsBoundToAKeyNeedsAProofForEachRequest() throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).generate();
    var given =
        door.postForm(
            "v1/token",
            Map.of("grant_type", "client_credentials"),
            "Authorization",
            basic(RedisForTests.BOOTSTRAP_CLIENT, RedisForTests.BOOTSTRAP_SECRET),
            "DPoP",
            proof(key, "POST", ORIGIN + "/token", null));
    assertThat(given.body().path("token_type").asText()).isEqualTo("DPoP");
    var token = given.accessToken();
    var proof = proof(key, "GET", ORIGIN + door.pathOf("v1/me"), token);

    assertThat(withProof("v1/me", token, proof).status()).isEqualTo(200);
    assertThat(withProof("v1/me", token, proof).status()).as("the same proof again").isEqualTo(401);
    assertThat(door.get("v1/me", token).status()).as("as a bearer token").isEqualTo(401);
    assertThat(door.get("v1/me", "Authorization", "DPoP " + token).status())
        .as("without a proof")
        .isEqualTo(401);
    var elsewhere = proof(key, "GET", ORIGIN + door.pathOf("v1/me"), token);
    assertThat(withProof("v1/users", token, elsewhere).status()).isEqualTo(401);
    var another = new ECKeyGenerator(Curve.P_256).generate();
    var stolen = proof(another, "GET", ORIGIN + door.pathOf("v1/me"), token);
    assertThat(withProof("v1/me", token, stolen).status()).isEqualTo(401);
    var ordinary = machine().accessToken();
    var useless = proof(key, "GET", ORIGIN + door.pathOf("v1/me"), ordinary);
    assertThat(withProof("v1/me", ordinary, useless).status()).isEqualTo(401);
  }

  @Test
  void aRelyingPartyAsksWhoHasSignedInAndSignsOut() {
    var teller = aTeller();
    var tokens = signIn(teller);

    var info = door.get("v1/userinfo", tokens.accessToken());
    assertThat(info.body().path("preferred_username").asText()).isEqualTo(teller);
    assertThat(introspect(tokens.accessToken()).path("active").asBoolean()).isTrue();
    assertThat(door.get("v1/userinfo", machine().accessToken()).status()).isEqualTo(403);

    var out =
        door.page(
            "v1/end-session",
            Map.of(
                "id_token_hint",
                tokens.body().path("id_token").asText(),
                "post_logout_redirect_uri",
                AuthDoor.REDIRECT,
                "state",
                "bye"));
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Location")).hasValue(AuthDoor.REDIRECT + "?state=bye");
    assertThat(refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    assertThat(door.page("v1/end-session", Map.of("id_token_hint", "x")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aRequestIsPushedAndThenBroughtByTheBrowserOnce() {
    var pushed =
        door.postForm(
            "v1/par",
            Map.of(
                "response_type",
                "code",
                "client_id",
                AuthDoor.CLI,
                "redirect_uri",
                AuthDoor.REDIRECT,
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
    assertThat(pushed.status()).as(pushed.body().toString()).isEqualTo(201);
    var brought =
        Map.of(
            "client_id", AuthDoor.CLI, "request_uri", pushed.body().path("request_uri").asText());

    assertThat(door.page("v1/authorize", brought).statusCode()).isEqualTo(200);
    assertThat(door.page("v1/authorize", brought).statusCode()).isEqualTo(400);
  }

  @Test
  void aScriptSignsInRefreshesVerifiesAndSignsOut() {
    var teller = aTeller();
    var login = "{\"username\":\"%s\",\"password\":\"%s\"}";

    var first = door.script("v1/login", login.formatted(teller, PASSWORD));
    assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
    var wrong = door.script("v1/login", login.formatted(teller, "wrong horse battery"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("sign-in-refused");
    assertThat(door.script("v1/login", "{}").status()).isEqualTo(400);

    var refreshToken = "{\"refreshToken\":\"%s\"}";
    var second =
        door.script(
            "v1/refresh", refreshToken.formatted(first.body().path("refreshToken").asText()));
    var accessToken = second.body().path("accessToken").asText();
    var verified =
        door.script("v1/verify", "{\"accessToken\":\"%s\"}".formatted(accessToken)).body();
    assertThat(verified.path("active").asBoolean()).isTrue();
    assertThat(verified.path("clientId").asText()).isEqualTo(AuthDoor.CLI);
    assertThat(door.script("v1/verify", "{\"accessToken\":\"x\"}").body().toString())
        .isEqualTo("{\"active\":false}");

    var last = refreshToken.formatted(second.body().path("refreshToken").asText());
    assertThat(door.script("v1/logout", last).status()).isEqualTo(204);
    var refused = door.script("v1/refresh", last);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("refresh-refused");
  }

  @Test
  void aClientGetsANewSecretBesideTheOldOneAndThenSigns() throws JOSEException {
    var admin = machine().accessToken();
    var client =
        door.post(
            "v1/api-clients",
            admin,
            "{\"name\":\"Payroll\",\"type\":\"CONFIDENTIAL\",\"grantTypes\":[\"client_credentials\"],"
                + "\"scopes\":[\"accounts:read\"]}");
    assertThat(client.status()).as(client.body().toString()).isEqualTo(201);
    var id = client.body().path("clientId").asText();
    var first = client.body().path("clientSecret").asText();
    var path = "v1/api-clients/" + id;

    var rotated = door.post(path + "/secrets", admin, "{\"overlapSeconds\":3600}");
    assertThat(rotated.status()).as(rotated.body().toString()).isEqualTo(201);
    assertThat(rotated.body().path("previousSecretUntil").asText()).isNotEmpty();
    assertThat(door.machine(id, first).status()).isEqualTo(200);
    assertThat(door.machine(id, rotated.body().path("clientSecret").asText()).status())
        .isEqualTo(200);
    assertThat(door.get(path, admin).body().has("clientSecret")).isFalse();
    assertThat(door.post(path + "/secrets", admin, "{\"overlapSeconds\":-1}").status())
        .isEqualTo(400);

    var key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    var jwks = "{\"jwks\":" + new JWKSet(key.toPublicJWK()) + "}";
    assertThat(door.put(path + "/keys", admin, jwks, "\"1\"").status()).isEqualTo(412);
    var changed = door.put(path + "/keys", admin, jwks, "\"2\"");
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    assertThat(changed.body().path("tokenEndpointAuthMethod").asText())
        .isEqualTo("private_key_jwt");
    assertThat(door.machine(id, first).error()).isEqualTo("invalid_client");
    var withPrivate = "{\"jwks\":" + new JWKSet(key).toString(false) + "}";
    assertThat(door.put(path + "/keys", admin, withPrivate, "\"3\"").code())
        .isEqualTo("client-refused");
  }

  private AuthDoor.Answer withProof(String path, String token, String proof) {
    return door.get(path, "Authorization", "DPoP " + token, "DPoP", proof);
  }

  private static String proof(ECKey key, String method, String uri, String token)
      throws JOSEException {
    var proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
    return token == null
        ? proofs.createDPoPJWT(method, URI.create(uri)).serialize()
        : proofs.createDPoPJWT(method, URI.create(uri), new DPoPAccessToken(token)).serialize();
  }

  private JsonNode introspect(String token) {
    return door.postForm(
            "v1/introspect",
            Map.of("token", token),
            "Authorization",
            basic(RedisForTests.BOOTSTRAP_CLIENT, RedisForTests.BOOTSTRAP_SECRET))
        .body();
  }

  private AuthDoor.Answer signIn(String username) {
    var code = AuthDoor.code(door.signIn(username, PASSWORD, challenge()));
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

  private String challenge() {
    return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
  }

  private AuthDoor.Answer machine() {
    return door.machine(RedisForTests.BOOTSTRAP_CLIENT, RedisForTests.BOOTSTRAP_SECRET);
  }

  private static String basic(String id, String secret) {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
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
}
