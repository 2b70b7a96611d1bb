/** The end of a business day: which day comes next, and what has happened to it. */
package org.corridor.account.domain.endofday;
