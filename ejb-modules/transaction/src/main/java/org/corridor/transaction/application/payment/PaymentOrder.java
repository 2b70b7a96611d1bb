package org.corridor.transaction.application.payment;

import java.util.UUID;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.payment.Creditor;
import org.corridor.transaction.domain.payment.Rail;

/**
 * A payment that is asked for.
 *
 * @param remittance may be null
 */
public record PaymentOrder(
    UUID debtorAccountId, Money amount, Creditor creditor, String remittance, Rail rail) {}
