package org.corridor.journeys;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.corridor.dev.BrokerMissing;
import org.corridor.dev.Context;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.GatewayMissing;
import org.corridor.dev.KeycloakServer;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.MailServer;
import org.corridor.dev.Ports;
import org.corridor.dev.RelyingParty;
import org.corridor.dev.Topology;
import org.corridor.dev.Workspace;
import org.corridor.dev.ZipkinServer;
import org.corridor.dev.demo.Answer;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;
import org.corridor.dev.demo.SignIn;
import org.corridor.dev.demo.SignedIn;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The running platform with its demo organisation, started once for all journeys. The system
 * property {@code corridor.topology} says which shape: {@code all-in-one} or {@code distributed}.
 */
final class House implements AutoCloseable {

  private static final Duration READY = Duration.ofMinutes(5);
  private static final int FIRST_PORT = Integer.getInteger("corridor.journeys.first-port", 19_400);
  private static final int ZIPKIN_PORT = FIRST_PORT + 9;
  private static final int MAIL_PORT = FIRST_PORT + 19;

  /** Of what a journey starts for itself, one after the other. */
  private static final int GUEST_PORT = FIRST_PORT + 8;

  /**
   * Traces are kept of those requests that ask for it, so that most journeys pay little. A single
   * teller does here what a whole bank does in a day; days end only when a journey says so. Sagas
   * wait for seconds instead of minutes.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "CORRIDOR_ACCOUNT_END_OF_DAY_AT", "off",
          "CORRIDOR_TRANSACTION_SAGA_WAIT_FIRST", "PT1S",
          "CORRIDOR_TRANSACTION_SAGA_WAIT_MOST", "PT2S",
          "CORRIDOR_TRANSACTION_PROCESSOR_RETURNS_EVERY", "PT1S",
          "CORRIDOR_RATE_PEOPLE_PER_MINUTE", "60000",
          "OTEL_SDK_DISABLED", "false",
          "OTEL_TRACES_SAMPLER", "parentbased_always_off",
          "OTEL_TRACES_EXPORTER", "zipkin",
          "OTEL_EXPORTER_ZIPKIN_ENDPOINT", "http://127.0.0.1:" + ZIPKIN_PORT + "/api/v2/spans",
          "OTEL_BSP_SCHEDULE_DELAY", "500");

  /**
   * Who has a role that nobody of the demo organisation has needs a second factor; callers are
   * asked for a certificate.
   */
  private static final Map<String, String> SIGNING_IN =
      Map.of(
          "CORRIDOR_AUTH_SECOND_FACTOR_ROLES", "ORG_USER",
          "CORRIDOR_TLS_CLIENTS", "true");

  /** Webhooks go to servers of the journeys on this machine; summaries come soon. */
  private static final Map<String, String> TELLING =
      Map.of(
          "CORRIDOR_NOTIFICATION_SUMMARY_PAUSE", "PT2S",
          "CORRIDOR_NOTIFICATION_WEBHOOK_ALLOWED_HOSTS", "localhost",
          "CORRIDOR_NOTIFICATION_WEBHOOK_RETRIES", "PT1S,PT5S,PT5M");

  /** Somebody else's tokens are taken too; whether its Keycloak is there is another matter. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "CORRIDOR_TOKEN_ISSUERS", "corridor,keycloak",
          "CORRIDOR_TOKEN_KEYCLOAK_ISSUER", KeycloakServer.issuer(GUEST_PORT, "bank").toString(),
          "CORRIDOR_TOKEN_KEYCLOAK_AUDIENCE", "corridor",
          "CORRIDOR_TOKEN_KEYCLOAK_TYPES", "JWT",
          "CORRIDOR_TOKEN_KEYCLOAK_CONDITIONS", "typ=Bearer",
          "CORRIDOR_TOKEN_KEYCLOAK_CLIENT_CLAIM", "azp",
          "CORRIDOR_TOKEN_KEYCLOAK_MACHINE", "client_id",
          "CORRIDOR_TOKEN_KEYCLOAK_PERMISSIONS_CLAIM", "realm_access.roles",
          "CORRIDOR_TOKEN_KEYCLOAK_ROLES",
              "corridor-teller=accounts:read transactions:read transactions:create;"
                  + "corridor-viewer=accounts:read transactions:read");

  private final EmbeddedServices services;
  private final Topology topology;
  private final MailServer mail;
  private final Door door;
  private final DemoOrganisation demo;
  private final Map<String, SignedIn> signedIn = new ConcurrentHashMap<>();

  private House(EmbeddedServices services, Topology topology, MailServer mail) {
    this.services = services;
    this.topology = topology;
    this.mail = mail;
    this.door = Door.at(topology.baseUri(), services.tls().certificatePem());
    this.demo = DemoOrganisation.load(door, services);
  }

  private static House build() {
    var workspace = Workspace.containing(Path.of(""));
    var home = home();
    var ports = Ports.startingAt(FIRST_PORT);
    var services = EmbeddedServices.create(workspace.executables(), home, ports);
    LibertyServer.stopOrphans(home);
    services.wipe();
    services.start();
    var mail = startMail(services, home);
    try {
      var settings = new HashMap<>(SETTINGS);
      settings.putAll(SIGNING_IN);
      settings.putAll(TELLING);
      settings.putAll(FOREIGN);
      settings.putAll(mail.environment());
      var topology =
          isDistributed()
              ? Topology.distributed(workspace, home, ports, services, settings)
              : Topology.allInOne(workspace, home, ports, services, settings);
      topology.start(READY);
      return furnish(services, topology, mail);
    } catch (GatewayMissing | BrokerMissing e) {
      mail.close();
      services.close();
      return abort("the distributed topology was not tried: " + e.getMessage());
    } catch (RuntimeException e) {
      mail.close();
      services.close();
      throw e;
    }
  }

  private static MailServer startMail(EmbeddedServices services, Path home) {
    try {
      return MailServer.start(home, MAIL_PORT);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private static House furnish(EmbeddedServices services, Topology topology, MailServer mail) {
    try {
      return new House(services, topology, mail);
    } catch (RuntimeException e) {
      topology.close();
      throw e;
    }
  }

  static boolean isDistributed() {
    return shape().equals("distributed");
  }

  private static String shape() {
    return System.getProperty("corridor.topology", "all-in-one");
  }

  private static Path home() {
    return Path.of("target", "house-" + shape());
  }

  /** Signed in as one of the demo organisation's people. */
  Door as(String username) {
    return signedIn(
        username, () -> new SignIn(door).person(username, demo.password(username)).expect(200));
  }

  /** As the machine client that has every permission. */
  Door asMachine() {
    return signedIn("the machine", demo::machineToken);
  }

  private Door signedIn(String who, Supplier<Answer> signIn) {
    return signedIn.computeIfAbsent(who, name -> new SignedIn(door, signIn)).door();
  }

  /** Signed in as nobody. */
  Door asNobody() {
    return door;
  }

  DemoOrganisation demo() {
    return demo;
  }

  EmbeddedServices services() {
    return services;
  }

  MailServer mail() {
    return mail;
  }

  LibertyServer server(Context context) {
    return topology.server(context);
  }

  Topology topology() {
    return topology;
  }

  /** To be closed again. */
  static ZipkinServer startZipkin() {
    return ZipkinServer.start(Path.of("target", "zipkin.jar"), home(), ZIPKIN_PORT);
  }

  /** The foreign issuer; to be closed again. */
  KeycloakServer startKeycloak() {
    return KeycloakServer.start(
        Path.of("target", "keycloak"),
        Path.of("src", "test", "keycloak"),
        home(),
        GUEST_PORT,
        services.tls());
  }

  /** Where the foreign issuer is while it is there. */
  Door atKeycloak() {
    return Door.at(
        KeycloakServer.issuer(GUEST_PORT, "bank").resolve("/"), services.tls().certificatePem());
  }

  /**
   * The site of others; to be closed again.
   *
   * @throws org.corridor.dev.RelyingPartyMissing if this machine has not what it takes
   */
  RelyingParty startRelyingParty(String clientId, String secret) {
    var issuer = topology.baseUri().resolve("/api/auth/v1");
    return RelyingParty.start(home(), GUEST_PORT, issuer, clientId, secret, services.tls());
  }

  /** Where the site of others is. */
  static URI visitor() {
    return RelyingParty.base(GUEST_PORT);
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    topology.close();
    mail.close();
    services.close();
  }

  /** Hands the house to tests; starts it before the first and stops it after the last. */
  static final class Key implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
      house(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == House.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return house(context);
    }

    private static House house(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .getOrComputeIfAbsent(House.class, key -> build(), House.class);
    }
  }
}
