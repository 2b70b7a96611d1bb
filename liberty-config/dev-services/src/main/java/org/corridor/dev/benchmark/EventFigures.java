package org.corridor.dev.benchmark;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.corridor.dev.demo.Door;

/** What the servers' own metrics say of the events that they hand on and take. */
final class EventFigures {

  private static final Pattern VALUE = Pattern.compile(".* ([-+.0-9Ee]+)$");

  private final Door door;
  private final List<URI> servers;

  EventFigures(Door door, List<URI> servers) {
    this.door = door;
    this.servers = List.copyOf(servers);
  }

  /** Events that were handed on so far. */
  long relayed() {
    return (long) all("corridor_events_relayed_total{", "", Double::sum);
  }

  /** The 99th percentile, lately, of how long after an event it was handed on. */
  Duration relayLag(String quantile) {
    return lag("corridor_events_relayed_lag_seconds{", quantile);
  }

  /** The same, until its effect was committed. */
  Duration takenLag(String quantile) {
    return lag("corridor_events_taken_lag_seconds{", quantile);
  }

  private Duration lag(String name, String quantile) {
    var seconds = all(name, "quantile=\"" + quantile + "\"", Math::max);
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private double all(String name, String tag, DoubleBinaryOperator together) {
    return servers.stream()
        .flatMap(
            server -> door.get(server + "/metrics?scope=application").expect(200).body().lines())
        .filter(line -> line.startsWith(name) && line.contains(tag))
        .map(VALUE::matcher)
        .filter(Matcher::matches)
        .mapToDouble(line -> Double.parseDouble(line.group(1)))
        .reduce(0, together);
  }
}
