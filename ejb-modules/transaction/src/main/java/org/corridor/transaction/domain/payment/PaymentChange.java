package org.corridor.transaction.domain.payment;

/** What happened to a payment, and the payment as it is now, to be written together. */
public record PaymentChange(Payment after, PaymentEvent event) {}
