package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.corridor.auth.application.AccessTokens;
import org.corridor.auth.application.ApiClients;
import org.corridor.auth.application.AuthCounts;
import org.corridor.auth.application.AuthSettings;
import org.corridor.auth.application.ClientAssertions;
import org.corridor.auth.application.ClientAuthenticator;
import org.corridor.auth.application.IssueTokens;
import org.corridor.auth.application.ProofsOfPossession;
import org.corridor.auth.application.SigningKeys;
import org.corridor.auth.application.SingleUses;
import org.corridor.auth.application.TokenRequesters;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Credentials;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.Role;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.platform.events.Trail;
import org.corridor.web.security.TokenVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this server issues is what the services' verifier takes, each service only its own. */
class TokensForServicesTest {

  private static final String ISSUER = "https://corridor.test/api/auth/v1";
  private static final String SECRET = "a secret";

  /** The verifier's library knows no other clock. */
  private final Instant now = Instant.now();

  private RSAKey key;

  @BeforeEach
  void makeKey() throws JOSEException {
    key = new RSAKeyGenerator(2_048).keyID("k1").generate();
  }

  @Test
  void areTakenByTheServiceThatTheyAreFor() {
    var token = token("urn:corridor:account");

    var caller = verifier("corridor-account", now).verify(token).orElseThrow();

    assertThat(caller.subject()).isEqualTo("payroll");
    assertThat(caller.permissions()).containsExactlyInAnyOrder("accounts:read", "ledger:post");
    assertThat(caller.isCustomer()).isFalse();
  }

  @Test
  void areRefusedByTheOthers() {
    var token = token("urn:corridor:account");

    assertThat(verifier("corridor-client", now).verify(token)).isEmpty();
    assertThat(verifier("corridor-auth", now).verify(token)).isEmpty();
  }

  @Test
  void areRefusedWhenTheyWereSignedByAnother() throws JOSEException {
    var token = token("urn:corridor:account");
    key = new RSAKeyGenerator(2_048).keyID("k1").generate();

    assertThat(verifier("corridor-account", now).verify(token)).isEmpty();
  }

  private TokenVerifier verifier(String audience, Instant at) {
    return new TokenVerifier(
        new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())),
        ISSUER,
        audience,
        Clock.fixed(at, ZoneOffset.UTC));
  }

  private String token(String resource) {
    var request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(ISSUER + "/token"));
    request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
    request.setBody(
        URLUtils.serializeParameters(
            Map.of(
                "grant_type", List.of("client_credentials"),
                "client_id", List.of("payroll"),
                "client_secret", List.of(SECRET),
                "resource", List.of(resource))));
    return issuing()
        .issue(request, Trail.of("a-test"))
        .toSuccessResponse()
        .getTokens()
        .getAccessToken()
        .getValue();
  }

  private IssueTokens issuing() {
    var settings =
        new AuthSettings(
            URI.create(ISSUER),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(1),
            false);
    SingleUses once = (kind, value, keep) -> true;
    var access = new AccessTokens(new OneKey(), List::<Role>of, settings, () -> now);
    return new IssueTokens(
        new TokenRequesters(
            new ClientAuthenticator(
                new OneClient(), new ClientAssertions(once, settings), () -> now),
            new ProofsOfPossession(once, settings)),
        access,
        null,
        null,
        new NoCounts());
  }

  private final class OneKey implements SigningKeys {
    @Override
    public JWKSet publicKeys() {
      return new JWKSet(key.toPublicJWK());
    }

    @Override
    public SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID("k1").build();
      var jwt = new SignedJWT(header, claims);
      try {
        jwt.sign(new RSASSASigner(key));
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
      return jwt;
    }
  }

  private static final class OneClient implements ApiClients {
    private static final ApiClient PAYROLL =
        new ApiClient(
            "payroll",
            1,
            "Payroll",
            Credentials.secret(Digests.sha256(SECRET)),
            new ApiClient.Access(
                Set.of(GrantType.CLIENT_CREDENTIALS),
                Set.of(),
                Set.of("accounts:read", "ledger:post")),
            true,
            Instant.EPOCH);

    @Override
    public Optional<ApiClient> byId(String clientId) {
      return Optional.of(PAYROLL).filter(client -> client.clientId().equals(clientId));
    }

    @Override
    public Optional<ApiClient> lockedById(String clientId) {
      return byId(clientId);
    }

    @Override
    public boolean add(ApiClient client) {
      return false;
    }

    @Override
    public void save(ApiClient client) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ApiClient> list(String after, int limit) {
      return List.of(PAYROLL);
    }
  }

  private static final class NoCounts implements AuthCounts {
    @Override
    public void tokenIssued(GrantType grant) {}

    @Override
    public void tokenRefused(String error) {}

    @Override
    public void signIn(String outcome) {}

    @Override
    public void familyRevoked(TokenFamilyRevoked.Reason reason) {}
  }
}
