/** What the account context offers. */
package org.corridor.contracts.account;
