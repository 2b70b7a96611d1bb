package org.corridor.transaction.application.payment;

import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.transaction.domain.payment.Payment;

/**
 * Who may do what to which payment, as for transfers: a customer sees, makes and cancels those from
 * its own accounts, staff of a branch those from the branch's, staff of no branch all.
 */
public final class PaymentAccess {

  private PaymentAccess() {}

  public static boolean sees(Caller caller, Payment payment) {
    var payer = payment.instruction().debtor().side();
    UUID owner = payer.clientId();
    return caller.reaches(owner, payer.branch());
  }
}
