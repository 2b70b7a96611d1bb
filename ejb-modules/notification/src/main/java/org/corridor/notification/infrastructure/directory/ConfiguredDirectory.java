package org.corridor.notification.infrastructure.directory;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.client.ClientContact;
import org.corridor.notification.application.Directory;
import org.corridor.notification.application.DirectoryUnavailable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The way to the other contexts that the setting {@code corridor.notification.directory} names:
 * {@code in-process} or {@code rest}; without it, what the topology asks for.
 */
@ApplicationScoped
public class ConfiguredDirectory implements Directory {

  private final InProcessDirectory inProcess;
  private final RestDirectory rest;
  private boolean remote;

  @Inject
  public ConfiguredDirectory(InProcessDirectory inProcess, RestDirectory rest) {
    this.inProcess = inProcess;
    this.rest = rest;
  }

  /** For the container's proxy. */
  protected ConfiguredDirectory() {
    this(null, null);
  }

  @PostConstruct
  void choose() {
    remote = isRemote(ConfigProvider.getConfig());
  }

  @Override
  public Optional<ClientContact> client(UUID id) {
    return ask(() -> remote ? rest.client(id) : inProcess.client(id));
  }

  @Override
  public Optional<UserContact> user(UUID id) {
    return ask(() -> remote ? rest.user(id) : inProcess.user(id));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return ask(() -> remote ? rest.account(id) : inProcess.account(id));
  }

  @Override
  public Optional<PasswordLinkAddress> passwordLink(UUID id) {
    return ask(() -> remote ? rest.passwordLink(id) : inProcess.passwordLink(id));
  }

  private static <T> Optional<T> ask(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new DirectoryUnavailable("another context did not answer", e);
    }
  }

  static boolean isRemote(Config config) {
    var topology = config.getOptionalValue("corridor.topology", String.class).orElse("all-in-one");
    var way =
        config
            .getOptionalValue("corridor.notification.directory", String.class)
            .orElse(topology.equals("distributed") ? "rest" : "in-process");
    return switch (way) {
      case "rest" -> true;
      case "in-process" -> false;
      default ->
          throw new IllegalStateException(
              "corridor.notification.directory must be in-process or rest, not " + way);
    };
  }
}
