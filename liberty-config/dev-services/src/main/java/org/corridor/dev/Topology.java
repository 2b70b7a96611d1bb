package org.corridor.dev;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The application servers of one Corridor, behind one base URL. The same applications run in both
 * shapes: {@link #allInOne} on one server, {@link #distributed} on a server each behind the
 * gateway.
 */
public final class Topology implements AutoCloseable {
  /** With two processors the collector that runs beside the application costs more than pauses. */
  private static final String FULL_SPEED =
      "-XX:+TieredCompilation -XX:+UseParallelGC -Xmx1g -Xmn600m -XX:+UseTransparentHugePages ";

  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /** Where the gateway is that tells the servers who has called. */
  private static final String LOOPBACK = "127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1";

  /** How many nodes the cluster of brokers may have; one is started. */
  private static final int BROKERS = 3;

  private final List<LibertyServer> servers;
  private final List<RabbitServer> brokers;
  private final NginxGateway gateway;
  private final URI baseUri;

  private Topology(
      List<LibertyServer> servers, List<RabbitServer> brokers, NginxGateway gateway, URI baseUri) {
    this.servers = List.copyOf(servers);
    this.brokers = List.copyOf(brokers);
    this.gateway = gateway;
    this.baseUri = baseUri;
  }

  /**
   * The settings of a server that shall run as fast as it can, for measurements. Without them the
   * JVM leaves out its optimising compiler, which halves the time to readiness on a small machine.
   * The one caller of a measurement may send as much as it can; it is counted all the same. Nobody
   * is told of what happens: what is measured is the ledger.
   *
   * @param jvmArguments more of them; may be empty
   */
  public static Map<String, String> fullSpeed(String jvmArguments) {
    return Map.of(
        "JVM_ARGS",
        (FULL_SPEED + jvmArguments).strip(),
        "CORRIDOR_RATE_MACHINES_PER_MINUTE",
        "100000000",
        "CORRIDOR_RATE_OPEN_PER_MINUTE",
        "0",
        "CORRIDOR_NOTIFICATION_LISTENS",
        "false");
  }

  /**
   * The EAR on one server.
   *
   * @param settings goes over the environment that the services give; may be empty
   */
  public static Topology allInOne(
      Workspace workspace,
      Path home,
      Ports ports,
      EmbeddedServices services,
      Map<String, String> settings) {
    URI baseUri = URI.create("https://localhost:" + ports.https());
    var environment = environment("all-in-one", baseUri, context -> baseUri);
    environment.putAll(services.environment());
    for (Context context : Context.values()) {
      environment.putAll(services.environment(context));
    }
    environment.putAll(settings);
    var server =
        LibertyServer.create(
            workspace,
            home,
            "all-in-one",
            workspace.ear(),
            "corridor.ear",
            ports.https(),
            services.tls(),
            environment);
    ports.requireFree(Ports.HTTPS);
    return new Topology(List.of(server), List.of(), null, baseUri);
  }

  /**
   * Each context's WAR on a server of its own, behind nginx, with RabbitMQ between them.
   *
   * @throws GatewayMissing if there is no nginx on this machine
   * @throws BrokerMissing if there is no RabbitMQ on this machine
   */
  public static Topology distributed(
      Workspace workspace,
      Path home,
      Ports ports,
      EmbeddedServices services,
      Map<String, String> settings) {
    var gateway = NginxGateway.create(workspace, home, ports, services.tls());
    var password = services.secrets().get("rabbitmq");
    var brokers = RabbitServer.cluster(home, services.tls(), password, ports.rabbitmq(), BROKERS);
    Function<Context, URI> inside =
        context -> URI.create("https://localhost:" + ports.service(context));
    var servers = new ArrayList<LibertyServer>();
    for (Context context : Context.values()) {
      var environment = environment("distributed", gateway.baseUri(), inside);
      environment.putAll(services.environment());
      environment.putAll(services.environment(context));
      environment.put("OTEL_SERVICE_NAME", "corridor-" + context.id());
      environment.put("CORRIDOR_HTTP_PROXIES", LOOPBACK);
      environment.putAll(NginxGateway.TRUST);
      environment.putAll(broker(brokers, password));
      environment.putAll(settings);
      var server =
          LibertyServer.create(
              workspace,
              home,
              context.id(),
              workspace.war(context),
              "corridor-" + context.id() + "-api.war",
              ports.service(context),
              services.tls(),
              environment);
      servers.add(server);
    }
    ports.requireFree(Ports.SERVICES, Ports.RABBITMQ);
    return new Topology(servers, brokers, gateway, gateway.baseUri());
  }

  /** All nodes that there may be: who connects looks for one that is there. */
  private static Map<String, String> broker(List<RabbitServer> brokers, String password) {
    var addresses =
        brokers.stream().map(node -> "localhost:" + node.port()).collect(Collectors.joining(","));
    return Map.of(
        "CORRIDOR_RABBITMQ_ADDRESSES",
        addresses,
        "CORRIDOR_RABBITMQ_USERNAME",
        RabbitServer.USERNAME,
        "CORRIDOR_RABBITMQ_PASSWORD",
        password);
  }

  /** Starts everything and returns once all of it is ready; if anything fails, nothing runs. */
  public void start(Duration within) {
    try {
      brokers.stream().limit(1).forEach(RabbitServer::start);
      servers.forEach(LibertyServer::start);
      brokers.stream().limit(1).forEach(RabbitServer::awaitReady);
      servers.forEach(server -> server.awaitReady(within));
      if (gateway != null) {
        gateway.start();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What a client puts before {@code /api/<context>/v1}. */
  public URI baseUri() {
    return baseUri;
  }

  public List<LibertyServer> servers() {
    return servers;
  }

  /** The nodes of RabbitMQ, of which the first was started; none if all contexts share a server. */
  public List<RabbitServer> brokers() {
    return brokers;
  }

  /** The server that carries the context: its own, or the one that carries all. */
  public LibertyServer server(Context context) {
    return servers.stream()
        .filter(server -> servers.size() == 1 || server.name().equals(context.id()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    if (gateway != null) {
      gateway.close();
    }
    // All at once: each takes seconds to quiesce.
    servers.parallelStream().forEach(LibertyServer::close);
    brokers.parallelStream().forEach(RabbitServer::close);
    brokers.stream().limit(1).forEach(RabbitServer::stopPortMapper);
  }

  /**
   * @param baseUri what clients call, and so what tokens name as their issuer
   * @param inside where the contexts call each other
   */
  private static Map<String, String> environment(
      String topology, URI baseUri, Function<Context, URI> inside) {
    var environment = new LinkedHashMap<String, String>();
    environment.put("CORRIDOR_TOPOLOGY", topology);
    environment.put("CORRIDOR_BASE_URL", baseUri.toString());
    for (Context context : Context.values()) {
      environment.put(url(context), inside.apply(context) + "/api/" + context.id());
    }
    String auth = environment.get(url(Context.AUTH));
    environment.put("CORRIDOR_TOKEN_ISSUER", baseUri + "/api/auth/v1");
    environment.put("CORRIDOR_TOKEN_JWKS_URI", auth + "/v1/jwks");
    environment.put("CORRIDOR_TOKEN_REVOCATIONS_URI", auth + "/v1/revocations");
    environment.put("CORRIDOR_SERVICE_TOKEN_URI", auth + "/v1/token");
    environment.put("OTEL_SERVICE_NAME", "corridor");
    environment.put("JVM_ARGS", QUICK_START);
    return environment;
  }

  private static String url(Context context) {
    return "CORRIDOR_" + context.name() + "_URL";
  }
}
