package org.corridor.transaction.application.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.kernel.Caller;
import org.corridor.platform.audit.Concealed;
import org.corridor.transaction.application.Ledger;
import org.corridor.transaction.application.MoveOutcome;
import org.corridor.transaction.application.MoveOutcome.Refused;
import org.corridor.transaction.application.TransactionAccess;
import org.corridor.transaction.domain.Side;
import org.corridor.transaction.domain.payment.Debtor;
import org.corridor.transaction.domain.payment.Instruction;

/** Holds a payment that is asked for against accounts and rails, as far as these never change. */
@ApplicationScoped
public class CheckPayment {

  private final Ledger ledger;
  private final PaymentProcessor processor;

  /** For the container's proxy. */
  protected CheckPayment() {
    this(null, null);
  }

  @Inject
  public CheckPayment(Ledger ledger, PaymentProcessor processor) {
    this.ledger = ledger;
    this.processor = processor;
  }

  /** What shall be paid, or why it cannot be. */
  record Checked(Instruction instruction, MoveOutcome why) {}

  /**
   * @throws org.corridor.contracts.account.LedgerUnavailable if accounts cannot be looked up
   */
  Checked check(Caller caller, PaymentOrder order) {
    if (!order.amount().isPositive()) {
      return stopped("amount-not-positive", "The amount must be more than zero.", "/amount");
    }
    var payer =
        ledger
            .account(order.debtorAccountId())
            .filter(
                account ->
                    Concealed.unless(
                        TransactionAccess.maySpend(caller, account),
                        caller,
                        "account",
                        account.id()));
    if (payer.isEmpty()) {
      return stopped(
          "unknown-account",
          "There is no such account, or it is not yours to use.",
          "/debtorAccountId");
    }
    var currency = order.amount().currency().getCurrencyCode();
    if (!payer.get().currency().equals(currency)) {
      return stopped(
          "currency-mismatch",
          "The account is kept in " + payer.get().currency() + ", not in " + currency + ".",
          "/debtorAccountId");
    }
    return CheckCreditor.refusal(order)
        .map(refused -> new Checked(null, refused))
        .orElseGet(() -> withNostro(payer.get(), order));
  }

  private Checked withNostro(AccountSummary payer, PaymentOrder order) {
    var currency = order.amount().currency().getCurrencyCode();
    Optional<AccountSummary> nostro =
        processor.isThere()
            ? ledger
                .accountByNumber("NOSTRO_" + processor.name() + "-" + currency)
                .filter(account -> account.clientId() == null)
            : Optional.empty();
    if (nostro.isEmpty()) {
      return stopped(
          "rail-not-available",
          "Nothing is paid by " + order.rail() + " in " + currency + " here.",
          "/rail");
    }
    var side = new Side(payer.id(), payer.clientId(), payer.branch());
    return new Checked(
        new Instruction(
            new Debtor(side, payer.number()),
            nostro.get().id(),
            order.amount(),
            order.creditor(),
            order.remittance(),
            order.rail()),
        null);
  }

  private static Checked stopped(String code, String detail, String pointer) {
    return new Checked(null, new Refused(code, detail, pointer));
  }
}
