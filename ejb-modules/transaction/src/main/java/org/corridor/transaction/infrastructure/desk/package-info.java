/**
 * The desk: limited movements of money are begun and ended in groups, in one database transaction
 * each (docs/adr/0010).
 */
package org.corridor.transaction.infrastructure.desk;
