/**
 * Movements of money and their life: what was asked for, who decided, what the ledger said. Event
 * sourced: a transaction is the fold of its events. Plain Java; it decides and never acts.
 */
package org.corridor.transaction.domain;
