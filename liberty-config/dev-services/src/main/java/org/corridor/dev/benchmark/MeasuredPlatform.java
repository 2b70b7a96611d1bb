package org.corridor.dev.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.LibertyServer;
import org.corridor.dev.Ports;
import org.corridor.dev.Topology;
import org.corridor.dev.Workspace;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;

/** PostgreSQL, Redis and the all-in-one server, started afresh to be measured. */
final class MeasuredPlatform implements AutoCloseable {

  private static final int FIRST_PORT = 20_400;
  private static final Duration READY = Duration.ofMinutes(5);

  private final EmbeddedServices services;
  private final Topology topology;
  private final DemoOrganisation demo;
  private final Door machine;
  private final AccessToken token;

  private MeasuredPlatform(EmbeddedServices services, Topology topology) {
    this.services = services;
    this.topology = topology;
    var door = Door.at(topology.baseUri(), services.tls().certificatePem());
    this.demo = DemoOrganisation.load(door, services);
    this.machine = door.withToken(demo.machineToken().text("/access_token"));
    this.token = new AccessToken(demo);
  }

  /**
   * @param countStatements whether PostgreSQL shall keep statistics of its statements
   */
  static MeasuredPlatform start(Workspace workspace, Path home, boolean countStatements) {
    var ports = Ports.startingAt(FIRST_PORT);
    var services = EmbeddedServices.create(workspace.executables(), home, ports);
    try {
      services.wipe();
      if (countStatements) {
        services.postgres().countStatements();
      }
      services.start();
      var topology = Topology.allInOne(workspace, home, ports, services, Topology.FULL_SPEED);
      topology.start(READY);
      return new MeasuredPlatform(services, topology);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  EmbeddedServices services() {
    return services;
  }

  List<LibertyServer> servers() {
    return topology.servers();
  }

  /** The process ids of the servers' JVMs. */
  List<Long> machines() {
    return servers().stream().map(server -> new ProcessTree(server.pid()).jvm()).toList();
  }

  List<URI> baseUris() {
    return servers().stream().map(LibertyServer::baseUri).toList();
  }

  DemoOrganisation demo() {
    return demo;
  }

  /** For the machine client; its token is good for the first minutes only. */
  Door machine() {
    return machine;
  }

  AccessToken token() {
    return token;
  }

  @Override
  public void close() {
    topology.close();
    services.close();
  }
}
