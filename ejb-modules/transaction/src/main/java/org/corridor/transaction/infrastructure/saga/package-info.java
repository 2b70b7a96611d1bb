/** Sagas in the database, the threads that work at them, and what monitoring is told. */
package org.corridor.transaction.infrastructure.saga;
