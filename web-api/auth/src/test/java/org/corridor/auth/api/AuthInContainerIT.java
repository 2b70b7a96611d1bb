package org.corridor.auth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.corridor.auth.application.CreateUser;
import org.corridor.auth.application.FindUsers;
import org.corridor.auth.application.IssueTokens;
import org.corridor.auth.application.Outcome;
import org.corridor.auth.application.Proof;
import org.corridor.auth.application.RefreshTokens;
import org.corridor.auth.application.RefreshTokens.Rotation;
import org.corridor.auth.application.SigningKeys;
import org.corridor.auth.application.TokenFamily;
import org.corridor.auth.domain.Assignment;
import org.corridor.auth.domain.Permissions;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.EventBatch;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;
import org.corridor.platform.secrets.SecretName;
import org.corridor.platform.secrets.Secrets;
import org.corridor.web.idempotency.Idempotency.Fingerprint;
import org.corridor.web.problem.Problem;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only the container does, on the real server with the WAR as it is built: what happens at the
 * start, transactions over state, events and keys, the way of an event to the topic, Redis from
 * inside of the server, health.
 */
@ExtendWith(ArquillianExtension.class)
class AuthInContainerIT {

  private static final Caller ADMIN =
      new Caller("admin-1", Permissions.all(), null, null, Map.of());
  private static final Trail TRAIL = Trail.of("in-container");
  private static final long PATIENCE_MILLISECONDS = 10_000;

  @Inject private IssueTokens issuing;
  @Inject private SigningKeys keys;
  @Inject private RefreshTokens refreshTokens;
  @Inject private CreateUser creating;
  @Inject private FindUsers finding;
  @Inject private OnceInTransaction onceOnly;
  @Inject private UserTransaction transaction;
  @Inject private Secrets secrets;
  @Inject @Readiness private Instance<HealthCheck> readiness;

  @Resource(lookup = "jdbc/auth")
  private DataSource dataSource;

  @Resource(lookup = "jms/corridor")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/events")
  private Topic events;

  @Deployment
  static WebArchive theWarAsItIsBuilt() {
    return RedisForTests.theWar()
        .addClass(AuthInContainerIT.class)
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  @Test
  void theKeysAreMadeAndTheConfiguredClientIsRegisteredAtTheStart() throws Exception {
    var answer = tokenFor("only-for-tests-0123456789-0123456789");

    var token = answer.toSuccessResponse().getTokens().getAccessToken().getValue();
    var jwt = SignedJWT.parse(token);
    var key = keys.publicKeys().getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("https://corridor.test");
    assertThat(jwt.getJWTClaimsSet().getStringListClaim("permissions"))
        .containsAll(Permissions.all());
  }

  @Test
  void settingsAndKeysComeFromVault() throws Exception {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select encrypted from signing_key")) {
      rows.next();
      assertThat(rows.getString(1)).startsWith("t1.");
      assertThat(secrets.isCurrent(rows.getString(1))).isTrue();
    }
    var name = new SecretName("test.in-container", "row");
    var sealed = secrets.seal(name, new byte[] {1, 2, 3});
    assertThat(secrets.open(name, sealed)).containsExactly(1, 2, 3);
  }

  @Test
  void anotherSecretGetsNothing() {
    var answer = tokenFor("only-for-tests-9876543210-9876543210");

    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_client");
  }

  @Test
  void aRefreshTokenIsGoodForOneUseInTheRealRedis() {
    var now = Instant.parse("2026-11-02T12:00:00Z");
    var family =
        new TokenFamily(
            Ids.next(),
            "corridor-cli",
            Ids.next(),
            Set.of(),
            Set.of(),
            now,
            null,
            null,
            now.plusSeconds(60),
            Proof.password());
    var idle = Duration.ofMinutes(1);

    assertThat(refreshTokens.begin(family, "first", idle)).isTrue();
    assertThat(refreshTokens.find(family.id())).contains(family);
    assertThat(refreshTokens.rotate(family.id(), "first", "second", idle))
        .isEqualTo(Rotation.ROTATED);
    assertThat(refreshTokens.rotate(family.id(), "first", "third", idle))
        .isEqualTo(Rotation.REUSED);
    assertThat(refreshTokens.find(family.id())).isEmpty();
  }

  @Test
  void stateAndEventGoTogetherWhenTheTransactionDoes() throws Exception {
    transaction.begin();
    var user = create();
    transaction.rollback();

    assertThat(finding.byId(user.id(), ADMIN)).isEmpty();
  }

  @Test
  void aRefusalFreesItsIdempotencyKeyAndUndoesItsEffect() {
    var key = Ids.next().toString();
    var request = new Fingerprint("POST", "users", key);
    var undone = new UUID[1];

    var refused =
        onceOnly.once(
            ADMIN,
            key,
            request,
            () -> {
              undone[0] = create().id();
              return Problem.refused("no", "No.").toResponse();
            });

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(finding.byId(undone[0], ADMIN)).isEmpty();
    var created = UserView.of(create());
    var answer = onceOnly.once(ADMIN, key, request, () -> Response.ok(created).build());
    assertThat(answer.getStatus()).isEqualTo(200);
  }

  @Test
  void anEventReachesTheTopicWithoutAName() throws Exception {
    try (var context = connections.createContext();
        var consumer = context.createConsumer(events)) {
      var user = create();

      var event = awaitEventOf(user, consumer);

      assertThat(event.path("type").asText()).isEqualTo("auth.user-created.v1");
      assertThat(event.path("source").asText()).isEqualTo("/auth");
      assertThat(event.path("correlationId").asText()).isEqualTo("in-container");
      assertThat(event.path("data").toString()).doesNotContain(user.username());
    }
  }

  @Test
  void isReady() {
    assertThat(readiness)
        .extracting(HealthCheck::call)
        .extracting(HealthCheckResponse::getName)
        .contains("auth-database", "auth-events", "auth-redis", "auth-secrets");
    assertThat(readiness)
        .extracting(HealthCheck::call)
        .extracting(HealthCheckResponse::getStatus)
        .containsOnly(HealthCheckResponse.Status.UP);
  }

  private TokenResponse tokenFor(String secret) {
    var request =
        new TokenRequest.Builder(
                URI.create("https://corridor.test/token"),
                new ClientSecretBasic(new ClientID("bootstrap"), new Secret(secret)),
                new ClientCredentialsGrant())
            .build();
    return issuing.issue(request.toHTTPRequest(), TRAIL);
  }

  private User create() {
    var profile = new User.Profile("u" + Ids.next().toString().replace("-", ""), "Some Body");
    var teller = new Assignment(Set.of("TELLER"), "BER", null, Map.of());
    var command = new CreateUser.Command(profile, teller, "correct horse battery", ADMIN, TRAIL);
    return ((Outcome.Done<User>) creating.create(command)).value();
  }

  private static JsonNode awaitEventOf(User user, JMSConsumer consumer) throws JMSException {
    var deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
    while (System.currentTimeMillis() < deadline) {
      if (consumer.receive(PATIENCE_MILLISECONDS) instanceof TextMessage message) {
        for (var event : EventBatch.read(message.getText())) {
          if (event.path("subject").asText().equals("user/" + user.id())) {
            return event;
          }
        }
      }
    }
    throw new AssertionError("no event of user " + user.id() + " has come");
  }
}
