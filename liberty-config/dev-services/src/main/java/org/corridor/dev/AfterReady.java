package org.corridor.dev;

import java.util.List;

/** A step between "the servers are ready" and the banner, such as loading a demo organisation. */
@FunctionalInterface
interface AfterReady {
  /** Does its work through the public API; returns what a newcomer should read, one line each. */
  List<String> perform(Topology topology, EmbeddedServices services);
}
