/** The end of a day as a Jakarta Batch job, which one replica runs at a time (docs/adr/0012). */
package org.corridor.account.infrastructure.endofday;
