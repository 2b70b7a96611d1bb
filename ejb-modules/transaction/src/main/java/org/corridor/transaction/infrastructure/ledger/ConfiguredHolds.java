package org.corridor.transaction.infrastructure.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.contracts.account.HoldAnswer;
import org.corridor.contracts.account.HoldContract;
import org.corridor.contracts.account.HoldOrder;
import org.corridor.contracts.account.LedgerUnavailable;
import org.corridor.transaction.application.Holds;
import org.eclipse.microprofile.config.ConfigProvider;

/** The way to the holds, the same as to the ledger: {@link ConfiguredLedger}. */
@ApplicationScoped
public class ConfiguredHolds implements Holds {

  private final RestHolds rest;
  private HoldContract chosen;

  /** For the container's proxy. */
  protected ConfiguredHolds() {
    this(null);
  }

  @Inject
  public ConfiguredHolds(RestHolds rest) {
    this.rest = rest;
  }

  @PostConstruct
  void choose() {
    chosen = ConfiguredLedger.isRemote(ConfigProvider.getConfig()) ? rest : new InProcessHolds();
  }

  @Override
  public HoldAnswer place(HoldOrder order) {
    return ask(holds -> holds.place(order));
  }

  @Override
  public HoldAnswer release(UUID accountId, UUID holdId, String correlationId) {
    return ask(holds -> holds.release(accountId, holdId, correlationId));
  }

  @Override
  public Optional<HoldAnswer> hold(UUID accountId, UUID holdId) {
    return ask(holds -> holds.hold(accountId, holdId));
  }

  private <T> T ask(Function<HoldContract, T> question) {
    try {
      return question.apply(chosen);
    } catch (LedgerUnavailable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new LedgerUnavailable("the ledger did not answer", e);
    }
  }
}
