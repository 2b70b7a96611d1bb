/** The two ways to the ledger: in this EAR, or over HTTP. */
package org.corridor.transaction.infrastructure.ledger;
