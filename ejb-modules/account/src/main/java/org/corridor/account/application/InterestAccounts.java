package org.corridor.account.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.corridor.account.domain.InternalNumber;
import org.corridor.account.domain.interest.InterestSide;
import org.corridor.kernel.Caller;
import org.corridor.platform.events.Trail;

/** The bank's own accounts that interest is posted against; they are opened when first needed. */
@ApplicationScoped
public class InterestAccounts {

  private static final Caller BANK = new Caller("end-of-day", Set.of(), null, null, Map.of());

  private final Accounts accounts;
  private final OpenInternalAccount opening;

  @Inject
  public InterestAccounts(Accounts accounts, OpenInternalAccount opening) {
    this.accounts = accounts;
    this.opening = opening;
  }

  /** For the container's proxy. */
  protected InterestAccounts() {
    this(null, null);
  }

  static InternalNumber number(InterestSide side, Currency currency) {
    return new InternalNumber(side.purpose(), null, currency);
  }

  /**
   * @throws IllegalStateException if it was not opened
   */
  UUID find(InternalNumber number) {
    return accounts
        .findByNumber(number.value())
        .orElseThrow(() -> new IllegalStateException("there is no account " + number.value()))
        .id();
  }

  public void open(Set<String> currencies, Trail trail) {
    for (var currency : currencies) {
      for (var side : InterestSide.values()) {
        open(number(side, Currency.getInstance(currency)), trail);
      }
    }
  }

  private void open(InternalNumber number, Trail trail) {
    if (accounts.findByNumber(number.value()).isPresent()) {
      return;
    }
    try {
      opening.open(BANK, number, null, null, trail);
    } catch (AlreadyExists e) {
      // another replica was faster
      find(number);
    }
  }
}
