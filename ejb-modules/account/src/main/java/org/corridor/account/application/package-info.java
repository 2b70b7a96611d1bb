/** What can be done with products, accounts and the ledger: one class a use case, and its ports. */
package org.corridor.account.application;
