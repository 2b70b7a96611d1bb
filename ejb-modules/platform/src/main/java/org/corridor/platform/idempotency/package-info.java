/** Idempotency keys, decided in the transaction of the effect. */
package org.corridor.platform.idempotency;
