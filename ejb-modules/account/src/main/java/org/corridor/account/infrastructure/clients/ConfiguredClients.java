package org.corridor.account.infrastructure.clients;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.account.application.Clients;
import org.corridor.account.application.ClientsUnavailable;
import org.corridor.contracts.client.ClientSummary;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The way to the client context that the setting {@code corridor.account.clients} names: {@code
 * in-process} or {@code rest}; without it, what the topology asks for.
 */
@ApplicationScoped
public class ConfiguredClients implements Clients {

  private final InProcessClients inProcess;
  private final RestClients rest;
  private boolean remote;

  @Inject
  public ConfiguredClients(InProcessClients inProcess, RestClients rest) {
    this.inProcess = inProcess;
    this.rest = rest;
  }

  /** For the container's proxy. */
  protected ConfiguredClients() {
    this(null, null);
  }

  @PostConstruct
  void choose() {
    remote = isRemote(ConfigProvider.getConfig());
  }

  @Override
  public Optional<ClientSummary> find(UUID id) {
    try {
      return remote ? rest.find(id) : inProcess.find(id);
    } catch (RuntimeException e) {
      throw new ClientsUnavailable("the client context did not answer", e);
    }
  }

  static boolean isRemote(Config config) {
    var topology = config.getOptionalValue("corridor.topology", String.class).orElse("all-in-one");
    var way =
        config
            .getOptionalValue("corridor.account.clients", String.class)
            .orElse(topology.equals("distributed") ? "rest" : "in-process");
    return switch (way) {
      case "rest" -> true;
      case "in-process" -> false;
      default ->
          throw new IllegalStateException(
              "corridor.account.clients must be in-process or rest, not " + way);
    };
  }
}
