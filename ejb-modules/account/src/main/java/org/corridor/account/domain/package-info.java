/** Products, accounts and their life cycle; plain Java. */
package org.corridor.account.domain;
