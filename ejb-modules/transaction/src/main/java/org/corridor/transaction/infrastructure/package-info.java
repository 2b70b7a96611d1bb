/**
 * What serves the transaction context: its database by JPA and JDBC, the ledger in process or over
 * HTTP, messages, timers, health and metrics.
 */
package org.corridor.transaction.infrastructure;
