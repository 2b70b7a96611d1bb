package org.corridor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.corridor.dev.Context;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.Door;
import org.corridor.dev.demo.SignIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs of others find their way in by the standards, and no further than they should. */
@ExtendWith(House.Key.class)
class OAuthIT {

  private static final String AUTH = "/api/auth/v1";
  private static final Duration SECONDS = Duration.ofSeconds(10);
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final House house;
  private final Door nobody;

  OAuthIT(House house) {
    this.house = house;
    this.nobody = house.asNobody();
  }

  @Test
  void aProgramFindsOutByItselfWhatThereIs() {
    var metadata = nobody.get(AUTH + "/.well-known/openid-configuration").expect(200);

    var issuer = metadata.text("/issuer");
    assertThat(URI.create(issuer).getPath()).isEqualTo(AUTH);
    assertThat(metadata.text("/pushed_authorization_request_endpoint")).isEqualTo(issuer + "/par");
    var keys = nobody.get(URI.create(metadata.text("/jwks_uri")).getPath()).expect(200);
    assertThat(keys.json().at("/keys")).isNotEmpty().allMatch(key -> !key.has("d"));
  }

  @Test
  @Tag("distributed")
  void theGatewayHasTheMetadataWhereTheStandardLooksForIt() {
    var metadata = nobody.get("/.well-known/oauth-authorization-server" + AUTH).expect(200);

    assertThat(metadata.text("/issuer")).endsWith(AUTH);
  }

  @Test
  @Tag("distributed")
  void theGatewayKeepsTheListOfRevocationsInside() {
    nobody.get(AUTH + "/revocations").expect(404);
    nobody.get(house.server(Context.AUTH).baseUri() + AUTH + "/revocations").expect(200);
  }

  @Test
  void aTokenThatIsBoundToAKeyOpensEachContextWithItsProofOnly() throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).generate();
    var given =
        nobody
            .withAuthorization(bootstrap())
            .post(
                AUTH + "/token",
                "grant_type=client_credentials",
                "Content-Type",
                FORM,
                "DPoP",
                proof(key, "POST", AUTH + "/token", null))
            .expect(200);
    assertThat(given.text("/token_type")).isEqualTo("DPoP");
    var token = given.text("/access_token");
    var bound = nobody.withAuthorization("DPoP " + token);

    for (var path : new String[] {Bank.CLIENTS, Bank.ACCOUNTS, Bank.TRANSACTIONS}) {
      bound.get(path, "DPoP", proof(key, "GET", path, token)).expect(200);
      bound.get(path, "DPoP", proof(key, "POST", path, token)).expect(401);
      bound.get(path, "DPoP", proof(key, "GET", AUTH + "/me", token)).expect(401);
      bound.get(path).expect(401);
      nobody.withToken(token).get(path).expect(401);
    }
  }

  @Test
  void aPersonSignsInByARequestThatWasPushed() {
    var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier()).getValue();
    var pushed =
        nobody
            .post(
                AUTH + "/par",
                "response_type=code&client_id="
                    + SignIn.CLIENT_ID
                    + "&redirect_uri="
                    + encode(SignIn.REDIRECT_URI)
                    + "&code_challenge_method=S256&code_challenge="
                    + challenge,
                "Content-Type",
                FORM)
            .expect(201);
    var address =
        AUTH
            + "/authorize?client_id="
            + SignIn.CLIENT_ID
            + "&request_uri="
            + encode(pushed.text("/request_uri"));

    assertThat(nobody.get(address).expect(200).body()).contains("<form");
    nobody.get(address).expect(400);
  }

  @Test
  void aScriptSignsInLooksAtItsAccountAndSignsOut() {
    var tokens = login("anna");
    var anna = nobody.withToken(tokens.text("/accessToken"));

    anna.get(Bank.ACCOUNTS + "/" + house.demo().accountOf("anna")).expect(200);
    anna.get(Bank.ACCOUNTS + "/" + house.demo().accountOf("ben")).expect(404);
    nobody.post(AUTH + "/logout", refreshToken(tokens)).expect(204);
    nobody.post(AUTH + "/refresh", refreshToken(tokens)).expect(401);
    nobody
        .post(AUTH + "/login", "{\"username\":\"anna\",\"password\":\"not her password\"}")
        .expect(401);
  }

  @Test
  void ofTwentyUsesOfOneRefreshTokenOneWinsAndThenTheSignInHasEnded() {
    var body = refreshToken(login("ben"));
    var uses = new ArrayList<CompletableFuture<Answer>>();
    for (var use = 0; use < 20; use++) {
      uses.add(nobody.postAsync(AUTH + "/refresh", body));
    }

    var answers = uses.stream().map(CompletableFuture::join).toList();

    var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(winners).hasSize(1);
    assertThat(answers).extracting(Answer::status).containsOnly(200, 401);
    nobody.post(AUTH + "/refresh", refreshToken(winners.get(0))).expect(401);
  }

  @Test
  void whatIsSignedOutOpensNoContextAnyMoreWithinSeconds() {
    var tokens = login("anna");
    var anna = nobody.withToken(tokens.text("/accessToken"));
    var staying = nobody.withToken(login("anna").text("/accessToken"));
    var account = Bank.ACCOUNTS + "/" + house.demo().accountOf("anna");
    anna.get(account).expect(200);
    anna.get(Bank.TRANSACTIONS).expect(200);

    nobody.post(AUTH + "/logout", refreshToken(tokens)).expect(204);

    for (var path : new String[] {account, Bank.TRANSACTIONS, AUTH + "/me"}) {
      Patience.await(SECONDS, () -> anna.get(path).status() == 401);
      staying.get(path).expect(200);
    }
  }

  @Test
  void aProgramThatIsStoppedOpensNothingAnyMoreWithinSeconds() {
    var admin = nobody.withToken(machineToken(bootstrap()));
    var registered =
        admin
            .post(
                AUTH + "/api-clients",
                """
                {"name":"Leaky","type":"CONFIDENTIAL","grantTypes":["client_credentials"],
                 "scopes":["accounts:read"]}""",
                "Idempotency-Key",
                UUID.randomUUID().toString())
            .expect(201);
    var id = registered.text("/clientId");
    var basic = basic(id, registered.text("/clientSecret"));
    var leaky = nobody.withToken(machineToken(basic));
    leaky.get(Bank.ACCOUNTS).expect(200);

    var client = AUTH + "/api-clients/" + id;
    admin.patch(client, "{\"status\":\"GONE\"}", JSON, "If-Match", "\"1\"").expect(400);
    admin.patch(client, "{\"status\":\"DISABLED\"}", JSON).expect(428);
    admin.patch(client, "{\"status\":\"DISABLED\"}", JSON, "If-Match", "\"1\"").expect(200);

    Patience.await(SECONDS, () -> leaky.get(Bank.ACCOUNTS).status() == 401);
    askForToken(basic).expect(401);
  }

  private Answer login(String username) {
    return nobody
        .post(
            AUTH + "/login",
            "{\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(username, house.demo().password(username)))
        .expect(200);
  }

  private static String refreshToken(Answer tokens) {
    return "{\"refreshToken\":\"" + tokens.text("/refreshToken") + "\"}";
  }

  private String machineToken(String basic) {
    return askForToken(basic).expect(200).text("/access_token");
  }

  private Answer askForToken(String basic) {
    return nobody
        .withAuthorization(basic)
        .post(AUTH + "/token", "grant_type=client_credentials", "Content-Type", FORM);
  }

  private String bootstrap() {
    return basic(EmbeddedServices.BOOTSTRAP_CLIENT, house.services().bootstrapSecret());
  }

  private static String basic(String id, String secret) {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private String proof(ECKey key, String method, String path, String token) throws JOSEException {
    var proofs = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256);
    var address = nobody.base().resolve(path);
    return token == null
        ? proofs.createDPoPJWT(method, address).serialize()
        : proofs.createDPoPJWT(method, address, new DPoPAccessToken(token)).serialize();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
