/** Payments in the database, and the way to the processor over HTTP. */
package org.corridor.transaction.infrastructure.payment;
