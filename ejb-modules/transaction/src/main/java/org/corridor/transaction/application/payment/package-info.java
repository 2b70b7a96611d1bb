/** Pays to the outside: each payment is a saga over the ledger and a processor (docs/adr/0019). */
package org.corridor.transaction.application.payment;
