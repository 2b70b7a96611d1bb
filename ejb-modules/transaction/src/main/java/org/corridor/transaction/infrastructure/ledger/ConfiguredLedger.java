package org.corridor.transaction.infrastructure.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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

  private static final String REMEMBERED = "corridor.transaction.accounts.remembered";
  private static final int MOST_REMEMBERED = 250_000;

  private final RestLedger rest;
  private LedgerContract chosen;
  private RememberedAccounts accounts;

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
    var config = ConfigProvider.getConfig();
    chosen = isRemote(config) ? rest : new InProcessLedger();
    accounts =
        new RememberedAccounts(
            config.getOptionalValue(REMEMBERED, Integer.class).orElse(MOST_REMEMBERED));
  }

  @Override
  public CompletionStage<PostingAnswer> post(PostingOrder order) {
    try {
      return chosen.post(order).handle(ConfiguredLedger::answerOrUnavailable);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(unavailable(e));
    }
  }

  @Override
  public CompletionStage<List<PostingAnswer>> postAll(
      List<PostingOrder> orders, boolean allOrNothing) {
    try {
      return chosen.postAll(orders, allOrNothing).handle(ConfiguredLedger::answerOrUnavailable);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(unavailable(e));
    }
  }

  @Override
  public Optional<PostingAnswer> posting(UUID id) {
    return ask(ledger -> ledger.posting(id));
  }

  @Override
  public Optional<AccountSummary> account(UUID id) {
    return accounts.byId(id, key -> ask(ledger -> ledger.account(key)));
  }

  @Override
  public Optional<AccountSummary> accountByNumber(String number) {
    return accounts.byNumber(number, key -> ask(ledger -> ledger.accountByNumber(key)));
  }

  @Override
  public Map<UUID, AccountSummary> accounts(Collection<UUID> ids) {
    return accounts.byIds(ids, missing -> ask(ledger -> ledger.accounts(missing)));
  }

  @Override
  public Map<String, AccountSummary> accountsByNumber(Collection<String> numbers) {
    return accounts.byNumbers(numbers, missing -> ask(ledger -> ledger.accountsByNumber(missing)));
  }

  private <T> T ask(Function<LedgerContract, T> question) {
    try {
      return question.apply(chosen);
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  private static <T> T answerOrUnavailable(T answer, Throwable failure) {
    if (failure != null) {
      throw unavailable(failure instanceof CompletionException ? failure.getCause() : failure);
    }
    return answer;
  }

  private static LedgerUnavailable unavailable(Throwable cause) {
    return cause instanceof LedgerUnavailable known
        ? known
        : new LedgerUnavailable("the ledger did not answer", cause);
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
