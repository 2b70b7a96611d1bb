/**
 * The double-entry ledger: postings are decided here, against accounts that the caller holds
 * locked. No clock, no database: {@link org.corridor.account.domain.ledger.Books} takes what is
 * known and says what becomes of it.
 */
package org.corridor.account.domain.ledger;
