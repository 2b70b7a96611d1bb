/**
 * What shows tampering with the ledger, and heals what can be healed: the chain of its batches, the
 * verification of everything, balances computed anew from the entries (docs/adr/0011).
 */
package org.corridor.account.infrastructure.audit;
