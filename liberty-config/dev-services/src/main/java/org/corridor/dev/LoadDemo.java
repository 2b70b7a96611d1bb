package org.corridor.dev;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.corridor.dev.demo.DemoOrganisation;
import org.corridor.dev.demo.Door;

/** Loads the demo organisation, and writes what a shell needs for a first transfer to a file. */
final class LoadDemo {

  private static final List<String> TO_SHOW =
      List.of("admin", "agent", "teller", "compliance", "viewer", "anna", "ben");
  private static final String SCRIPT_CLIENT = "demo.script-client";

  private final Path environment;

  /**
   * @param environment the file to write, for {@code sh}
   */
  LoadDemo(Path environment) {
    this.environment = environment;
  }

  /** What a newcomer should read, one line each. */
  List<String> perform(Topology topology, EmbeddedServices services) {
    var door = Door.at(topology.baseUri(), services.tls().certificatePem());
    var demo = DemoOrganisation.load(door, services);
    var script = scriptClient(demo, services.secrets());
    var text =
        """
        export CORRIDOR=%s
        export CORRIDOR_CA=%s
        export CORRIDOR_CLIENT=%s
        export CORRIDOR_SECRET=%s
        export ANNA_ACCOUNT=%s
        export BEN_ACCOUNT=%s
        """
            .formatted(
                topology.baseUri(),
                services.tls().certificatePem().toAbsolutePath(),
                script.get(0),
                script.get(1),
                demo.accountOf("anna"),
                demo.accountOf("ben"));
    try {
      PrivateFiles.write(environment, text);
    } catch (IOException e) {
      throw new DevServicesException("Cannot write " + environment, e);
    }
    return lines(demo);
  }

  private List<String> lines(DemoOrganisation demo) {
    var lines = new ArrayList<String>();
    lines.add("Sign in as a person (docs/start/token.sh NAME PASSWORD prints a token):");
    for (var name : TO_SHOW) {
      lines.add("  %-12s %s".formatted(name, demo.password(name)));
    }
    lines.add("Or as a machine, with a first transfer to paste: README.md, after");
    lines.add("  . " + environment);
    return lines;
  }

  /** Its secret is told once, so it is kept with the others. */
  private static List<String> scriptClient(DemoOrganisation demo, Secrets secrets) {
    var known = secrets.find(SCRIPT_CLIENT);
    if (known.isPresent()) {
      return List.of(known.get().split(" "));
    }
    var made = demo.scriptClient();
    var client = List.of(made.text("/clientId"), made.text("/clientSecret"));
    secrets.keep(SCRIPT_CLIENT, String.join(" ", client));
    return client;
  }
}
