package org.corridor.dev.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.corridor.dev.EmbeddedServices;
import org.corridor.dev.benchmark.Comparison.Earlier;
import org.corridor.dev.proof.FreshPlatform;

/** The rows of the table, each by its name. */
final class Rows {

  private static final String TRANSFERS = "single-transfers";
  private static final String ONE_HOT_ACCOUNT = "single-transfers-one-hot-account";
  private static final String POSTINGS = "single-postings";
  private static final String THOUSANDS = "bulk-1000";
  private static final String THOUSANDS_FROM_ONE = "bulk-1000-one-payer";
  private static final String TOKENS = "tokens";
  private static final String EVENT_BACKLOG = "event-backlog";
  private static final String HALF_LOAD = "half-load";
  private static final String OVERLOAD = "overload";
  private static final String TWO_REPLICAS = "single-transfers-2-replicas";
  private static final String THREE_REPLICAS = "single-transfers-3-replicas";
  private static final String AFTER = "single-transfers-after-";
  private static final long TEN_MILLION = 10_000_000;

  private final Settings settings;
  private final FreshPlatform platform;
  private final List<UUID> accounts;
  private final Baseline baseline;
  private final Measuring measuring;
  private final Report report;
  private final Map<String, Double> rates = new HashMap<>();

  Rows(
      Settings settings,
      FreshPlatform platform,
      List<UUID> accounts,
      Baseline baseline,
      Measuring measuring,
      Report report) {
    this.settings = settings;
    this.platform = platform;
    this.accounts = accounts;
    this.baseline = baseline;
    this.measuring = measuring;
    this.report = report;
  }

  /** All, in an order in which none spoils the next. */
  static List<String> usual(Settings settings) {
    var names =
        new ArrayList<>(
            List.of(
                TRANSFERS,
                ONE_HOT_ACCOUNT,
                POSTINGS,
                HALF_LOAD,
                OVERLOAD,
                THOUSANDS,
                THOUSANDS_FROM_ONE,
                EVENT_BACKLOG,
                TOKENS));
    if (settings.entries() > 0) {
      names.add(afterEntries(settings));
    }
    names.addAll(List.of(TWO_REPLICAS, THREE_REPLICAS));
    return names;
  }

  void measure(String name) throws SQLException {
    switch (name) {
      case TRANSFERS -> saturate(workloads().transfers(name), baseline);
      case ONE_HOT_ACCOUNT -> hotAccount(name);
      case POSTINGS -> saturate(workloads().postings(name), baseline);
      case THOUSANDS -> saturate(workloads().thousands(name), baseline);
      case THOUSANDS_FROM_ONE -> saturate(workloads().thousandsFromOne(name), baseline);
      case TOKENS -> saturate(tokens(name), baseline);
      case EVENT_BACKLOG -> eventBacklog(name);
      case HALF_LOAD -> curve().half(name);
      case OVERLOAD -> curve().overload(name);
      case TWO_REPLICAS -> replicas(name, 2);
      case THREE_REPLICAS -> replicas(name, 3);
      default -> afterEntries(name);
    }
  }

  private void hotAccount(String name) throws SQLException {
    saturate(workloads().transfersToOne(name), baseline);
    if (rates.containsKey(TRANSFERS)) {
      report.say("%-34s %.2f of %s", "", rates.get(name) / rates.get(TRANSFERS), TRANSFERS);
    }
  }

  private void eventBacklog(String name) throws SQLException {
    transfers();
    measuring.eventBacklog(name, workloads().transfers(TRANSFERS));
  }

  private Workload tokens(String name) {
    var services = platform.services();
    return Workload.single(
        name,
        number ->
            TokenRequest.client(
                platform.baseUris().get(0),
                services.tls().sslContext(),
                EmbeddedServices.BOOTSTRAP_CLIENT,
                services.bootstrapSecret()));
  }

  private LoadCurve curve() throws SQLException {
    return new LoadCurve(settings, report, workloads().transfers(TRANSFERS), transfers());
  }

  private void replicas(String name, int count) throws SQLException {
    while (platform.servers().size() < count) {
      platform.addReplica();
    }
    saturate(workloads().transfers(name), baseline);
  }

  private void afterEntries(String name) throws SQLException {
    if (settings.entries() == 0 || !name.equals(afterEntries(settings))) {
      throw new IllegalArgumentException(
          "no such workload: " + name + "; there are " + usual(settings));
    }
    var before = new Earlier(TRANSFERS, transfers());
    new LedgerHistory(platform.services().postgres(), report).grow(settings.entries(), accounts);
    saturate(workloads().transfers(name), before);
  }

  private static String afterEntries(Settings settings) {
    return settings.entries() == TEN_MILLION
        ? AFTER + "10-million-entries"
        : AFTER + settings.entries() + "-entries";
  }

  /** The rate of single transfers; measured now, if it was not. */
  private double transfers() throws SQLException {
    if (!rates.containsKey(TRANSFERS)) {
      measure(TRANSFERS);
    }
    return rates.get(TRANSFERS);
  }

  private void saturate(Workload workload, Comparison comparison) throws SQLException {
    rates.put(workload.name(), measuring.saturated(workload, comparison).perSecond());
  }

  private Workloads workloads() {
    return new Workloads(
        platform.baseUris(),
        platform.services().tls().sslContext(),
        platform.tokensFor(Workloads.SCOPE),
        accounts);
  }
}
