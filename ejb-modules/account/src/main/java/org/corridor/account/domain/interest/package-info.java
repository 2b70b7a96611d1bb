/** Interest: what a balance earns or costs a day, exactly, and when it becomes money. */
package org.corridor.account.domain.interest;
