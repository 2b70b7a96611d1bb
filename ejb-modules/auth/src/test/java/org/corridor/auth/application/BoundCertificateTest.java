package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.corridor.auth.application.Browser.accessToken;
import static org.corridor.auth.application.Browser.error;
import static org.corridor.auth.application.Browser.refreshToken;
import static org.corridor.auth.infrastructure.AuthFixture.ADMIN;
import static org.corridor.auth.infrastructure.AuthFixture.TRAIL;
import static org.corridor.auth.infrastructure.AuthFixture.done;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.infrastructure.AuthFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to the certificate that their client shows in TLS (RFC 8705). */
class BoundCertificateTest {

  private static final Map<String, String> MACHINE = Map.of("grant_type", "client_credentials");
  private static final ApiClient.Options BOUND =
      new ApiClient.Options(Set.of(), false, false, true, true);

  private static AuthFixture auth;
  private static X509Certificate own;
  private static X509Certificate other;
  private static RegisterApiClient.Registered machine;
  private static RegisterApiClient.Registered free;
  private static RegisterApiClient.Registered app;

  @BeforeAll
  static void start() throws CertificateException, IOException {
    auth = new AuthFixture();
    auth.givenTeller("teller");
    own = certificate("program");
    other = certificate("other");
    var machines = Set.of(GrantType.CLIENT_CREDENTIALS);
    machine = register(false, machines, Set.of(), BOUND);
    free = register(false, machines, Set.of(), ApiClient.Options.none());
    app =
        register(
            true,
            Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
            Set.of(Browser.REDIRECT),
            BOUND);
  }

  @AfterAll
  static void stop() {
    auth.close();
  }

  @Test
  void bindsTheTokenOfAMachineThatIsRegisteredSo() throws Exception {
    var response = asMachine(machine, own);

    assertThat(boundTo(response)).isEqualTo(Map.of("x5t#S256", thumbprint(own)));
    assertThat(response.toSuccessResponse().getTokens().getAccessToken().getType().getValue())
        .isEqualTo("Bearer");
    assertThat(
            auth.introspectToken
                .introspect(Browser.http(Map.of("token", accessToken(response)), basic(machine)))
                .toSuccessResponse()
                .toJSONObject()
                .toString())
        .contains("\"token_type\":\"Bearer\"")
        .contains("\"x5t#S256\":\"" + thumbprint(own) + "\"");
  }

  @Test
  void givesNoTokenWithoutACertificate() {
    var refused = asMachine(machine, null);

    assertThat(error(refused)).isEqualTo("invalid_request");
    assertThat(refused.toErrorResponse().getErrorObject().getDescription()).contains("RFC 8705");
  }

  @Test
  void leavesTokensOfOthersUnboundWhateverTheyShow() throws Exception {
    assertThat(boundTo(asMachine(free, own))).isNull();
  }

  @Test
  void isNobodyByACertificateAlone() {
    var form = new HashMap<>(MACHINE);
    form.put("client_id", machine.client().clientId());
    var request = Browser.http(form, null);
    request.setClientX509Certificate(own);

    assertThat(error(auth.issueTokens.issue(request, TRAIL))).isEqualTo("invalid_client");
  }

  @Test
  void takesASecretInTheFormBesideACertificate() throws Exception {
    var form = new HashMap<>(MACHINE);
    form.put("client_id", machine.client().clientId());
    form.put("client_secret", machine.secret());
    var request = Browser.http(form, null);
    request.setClientX509Certificate(own);

    assertThat(boundTo(auth.issueTokens.issue(request, TRAIL)))
        .isEqualTo(Map.of("x5t#S256", thumbprint(own)));
  }

  @Test
  void isBoundToOneThing() throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).generate();
    var request = Browser.http(MACHINE, basic(machine));
    request.setClientX509Certificate(own);
    request.setDPoP(
        new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
            .createDPoPJWT("POST", URI.create(AuthFixture.ISSUER + "/token")));

    assertThat(error(auth.issueTokens.issue(request, TRAIL))).isEqualTo("invalid_request");
    assertThat(
            new ApiClient.Access(
                    Set.of(GrantType.CLIENT_CREDENTIALS),
                    Set.of(),
                    Set.of("accounts:read"),
                    new ApiClient.Options(Set.of(), false, true, true, false))
                .fault(false))
        .isPresent();
  }

  @Test
  void bindsTheRefreshTokensOfAPublicClient() throws Exception {
    var browser = new Browser(auth);
    var asked = browser.request();
    asked.put("client_id", app.client().clientId());
    var redemption = browser.redemption(browser.code(asked, "teller"));
    redemption.put("client_id", app.client().clientId());
    var first = token(redemption, own);
    var refreshing = browser.refreshing(refreshToken(first));
    refreshing.put("client_id", app.client().clientId());

    assertThat(boundTo(first)).isEqualTo(Map.of("x5t#S256", thumbprint(own)));
    assertThat(error(token(refreshing, null))).isEqualTo("invalid_request");
    assertThat(error(token(refreshing, other))).isEqualTo("invalid_grant");
    var second = token(refreshing, own);
    assertThat(error(second)).as("a thief could not even end it").isEqualTo("none");
    assertThat(boundTo(second)).isEqualTo(Map.of("x5t#S256", thumbprint(own)));
  }

  private static RegisterApiClient.Registered register(
      boolean isPublic, Set<GrantType> types, Set<String> uris, ApiClient.Options options) {
    var access = new ApiClient.Access(types, uris, Set.of("accounts:read"), options);
    return done(
        auth.register(new RegisterApiClient.Command("A program", isPublic, access, ADMIN, TRAIL)));
  }

  private static TokenResponse asMachine(
      RegisterApiClient.Registered client, X509Certificate certificate) {
    return issue(Browser.http(MACHINE, basic(client)), certificate);
  }

  private static TokenResponse token(Map<String, String> form, X509Certificate certificate) {
    return issue(Browser.http(form, null), certificate);
  }

  private static TokenResponse issue(HTTPRequest request, X509Certificate certificate) {
    request.setClientX509Certificate(certificate);
    return auth.issueTokens.issue(request, TRAIL);
  }

  private static Map<String, Object> boundTo(TokenResponse response) throws Exception {
    return SignedJWT.parse(accessToken(response)).getJWTClaimsSet().getJSONObjectClaim("cnf");
  }

  private static String thumbprint(X509Certificate certificate) {
    return X509CertificateConfirmation.of(certificate).getValue().toString();
  }

  private static String basic(RegisterApiClient.Registered client) {
    return new ClientSecretBasic(
            new ClientID(client.client().clientId()), new Secret(client.secret()))
        .toHTTPAuthorizationHeader();
  }

  private static X509Certificate certificate(String name) throws CertificateException, IOException {
    try (var in = BoundCertificateTest.class.getResourceAsStream(name + ".pem")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
