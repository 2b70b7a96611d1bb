/** Payments to the outside, which a processor carries. Plain rules. */
package org.corridor.transaction.domain.payment;
