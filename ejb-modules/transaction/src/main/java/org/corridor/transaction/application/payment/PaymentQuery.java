package org.corridor.transaction.application.payment;

import java.util.UUID;
import org.corridor.transaction.application.TransactionQuery.Reach;
import org.corridor.transaction.domain.payment.PaymentStatus;

/**
 * Which payments are wanted; what is null does not narrow.
 *
 * @param reach what the caller may see at all; never null
 * @param accountId the payer's
 * @param before only what was made before this one: where the page before ended
 */
public record PaymentQuery(Reach reach, UUID accountId, PaymentStatus status, UUID before) {}
