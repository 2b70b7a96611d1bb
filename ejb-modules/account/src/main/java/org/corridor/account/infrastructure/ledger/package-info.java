/**
 * The ledger on PostgreSQL. Commands queue up, a poster takes what has queued and commits it in one
 * transaction of a few set-based statements: the more there is to do, the less each costs.
 */
package org.corridor.account.infrastructure.ledger;
