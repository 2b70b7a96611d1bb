/**
 * The account context: products, accounts, and the double-entry ledger that money stands in. Other
 * contexts reach it through its REST interface, its events, and {@code
 * org.corridor.contracts.account}.
 */
package org.corridor.account;
