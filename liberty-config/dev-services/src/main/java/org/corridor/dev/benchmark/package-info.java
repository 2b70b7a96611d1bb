/**
 * Measures the platform beside pgbench on the same PostgreSQL, in the same run, and prints the
 * ratio.
 */
package org.corridor.dev.benchmark;
