package org.corridor.dev.proof;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.Ports;
import org.corridor.dev.PostgresServer;
import org.corridor.dev.Topology;
import org.corridor.dev.Workspace;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;

/**
 * PostgreSQL, Redis, the all-in-one server and the demo organisation, started afresh on ports and
 * data of their own; more all-in-one servers on the same databases may be added.
 */
public final class FreshPlatform implements AutoCloseable {

  private static final Duration READY = Duration.ofMinutes(5);

  /** A few callers do here what thousands do elsewhere. */
  private static final Map<String, String> UNTHROTTLED =
      Map.of(
          "CORRIDOR_RATE_PEOPLE_PER_MINUTE", "0",
          "CORRIDOR_RATE_MACHINES_PER_MINUTE", "0",
          "CORRIDOR_RATE_OPEN_PER_MINUTE", "0");

  /** Of one server to the next. */
  private static final int PORTS = 10;

  private final Workspace workspace;
  private final Path home;
  private final int firstPort;
  private final Map<String, String> settings;
  private final EmbeddedServices services;
  private final List<Topology> servers = new ArrayList<>();
  private final Door door;
  private final DemoOrganisation demo;
  private final AccessToken token;

  private FreshPlatform(
      Workspace workspace,
      Path home,
      int firstPort,
      Map<String, String> settings,
      EmbeddedServices services) {
    this.workspace = workspace;
    this.home = home;
    this.firstPort = firstPort;
    this.settings = new HashMap<>(UNTHROTTLED);
    this.settings.putAll(settings);
    this.services = services;
    add(home, this.settings);
    this.door = Door.at(baseUris().get(0), services.tls().certificatePem());
    this.demo = DemoOrganisation.load(door, services);
    this.token = new AccessToken(demo::machineToken);
  }

  /**
   * @param settings go over the environment of the servers
   * @param preparation what is to be done to PostgreSQL before it starts
   */
  public static FreshPlatform start(
      Path home,
      int firstPort,
      Map<String, String> settings,
      Consumer<PostgresServer> preparation) {
    var workspace = Workspace.containing(home);
    var ports = Ports.startingAt(firstPort);
    var services = EmbeddedServices.create(workspace.executables(), home, ports);
    try {
      services.wipe();
      preparation.accept(services.postgres());
      services.start();
      return new FreshPlatform(workspace, home, firstPort, settings, services);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  /** One more server on the same databases; ready when this returns. */
  public void addReplica() {
    var number = servers.size();
    var first = baseUris().get(0);
    var shared = new HashMap<>(settings);
    // tokens are those of the first, whoever is asked
    shared.put("CORRIDOR_BASE_URL", first.toString());
    shared.put("CORRIDOR_TOKEN_ISSUER", first + "/api/auth/v1");
    add(home.resolve("replica-" + (number + 1)), shared);
    askOnce(baseUris().get(number));
  }

  /**
   * A server fetches the issuer's keys from itself when it is first asked; asked by many at once,
   * it has no thread left to answer itself until that has timed out.
   */
  private void askOnce(URI replica) {
    var there = Door.at(replica, services.tls().certificatePem()).withToken(token.now());
    there.get("/api/account/v1/accounts?limit=1").expect(200);
    there.get("/api/transaction/v1/limits").expect(200);
  }

  private void add(Path place, Map<String, String> environment) {
    var ports = Ports.startingAt(firstPort + PORTS * servers.size());
    LibertyServer.stopOrphans(place);
    var topology = Topology.allInOne(workspace, place, ports, services, environment);
    topology.start(READY);
    servers.add(topology);
  }

  public EmbeddedServices services() {
    return services;
  }

  public List<LibertyServer> servers() {
    return servers.stream().flatMap(topology -> topology.servers().stream()).toList();
  }

  public List<URI> baseUris() {
    return servers.stream().map(Topology::baseUri).toList();
  }

  public DemoOrganisation demo() {
    return demo;
  }

  /** For the machine client that may do everything, for some minutes. */
  public Door machine() {
    return door.withToken(token.now());
  }

  /**
   * Access tokens of the machine client, always one that is good for some minutes.
   *
   * @param scope what they are for and no more, as a client of its own would have them: separated
   *     by spaces
   */
  public Supplier<String> tokensFor(String scope) {
    return new AccessToken(() -> demo.machineToken(scope))::now;
  }

  @Override
  public void close() {
    servers.forEach(Topology::close);
    services.close();
  }
}
