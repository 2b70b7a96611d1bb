/** Interest and silence in the database: set-based, a page of accounts at a time. */
package org.corridor.account.infrastructure.interest;
