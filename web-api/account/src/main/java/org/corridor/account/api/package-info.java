/** The account context over HTTP: products, accounts, balances, statements, the ledger. */
package org.corridor.account.api;
