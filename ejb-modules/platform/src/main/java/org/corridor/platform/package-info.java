/**
 * What every context needs of the machinery and none of its business: the event store and its
 * relay, the inbox, idempotency keys, migrations, ids. Plain classes over a {@code DataSource}:
 * each context wires its own, since each has its own database.
 */
package org.corridor.platform;
