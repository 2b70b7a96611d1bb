package org.corridor.transaction.infrastructure.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.contracts.account.PostingAnswer;
import org.corridor.contracts.account.PostingOrder;
import org.corridor.transaction.application.Ledger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The way to the ledger that the setting {@code corridor.transaction.ledger} names: {@code
 * in-process} or {@code rest}; without it, what the topology asks for. Whatever goes wrong on
 * either, it is not known what the ledger did before.
 */
@ApplicationScoped
public class ConfiguredLedger implements Ledger {

  private static final String SETTING = "corridor.transaction.ledger";

  private final RestLedger rest;
  private LedgerContract chosen;

  /** For the container's proxy. */
  protected ConfiguredLedger() {
    this(null);
  }

  @Inject
  public ConfiguredLedger(RestLedger rest) {
    this.rest = rest;
  }

  @PostConstruct
  void choose() {
    chosen = isRemote(ConfigProvider.getConfig()) ? rest : new InProcessLedger();
  }

  @Override
  public PostingAnswer post(PostingOrder order) {
    return ask(ledger -> ledger.post(order));
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    return ask(ledger -> ledger.posting(id));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return ask(ledger -> ledger.account(id));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return ask(ledger -> ledger.accountByNumber(number));
  }

  private <T> T ask(Function<LedgerContract, T> question) {
    try {
      return question.apply(chosen);
    } catch (LedgerUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LedgerUnavailable("the ledger did not answer", e);
    }
  }

  static boolean isRemote(Config config) {
    var topology = config.getOptionalValue("corridor.topology", String.class).orElse("all-in-one");
    var way =
        config
            .getOptionalValue(SETTING, String.class)
            .orElse(topology.equals("distributed") ? "rest" : "in-process");
    return switch (way) {
      case "rest" -> true;
      case "in-process" -> false;
      default ->
          throw new IllegalStateException(SETTING + " must be in-process or rest, not " + way);
    };
  }
}
