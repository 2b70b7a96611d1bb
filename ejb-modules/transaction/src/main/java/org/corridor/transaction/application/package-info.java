/**
 * The use cases of the transaction context, one class each, and the ports that they need.
 *
 * <p>A movement of money takes three steps: a first database transaction writes what is wanted, the
 * ledger is asked outside of any, a second one writes what it said. Whatever is lost in between is
 * found again by {@code ReconcileOrders} or told by an event of the ledger's.
 */
package org.corridor.transaction.application;
