/** The account context's adapters: JPA rows, JDBC, clients of other contexts, schedules. */
package org.corridor.account.infrastructure;
