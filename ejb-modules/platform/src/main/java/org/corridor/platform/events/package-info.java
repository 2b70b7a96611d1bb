/**
 * The event store, the relay that carries it out, and the inbox that takes events in exactly once.
 */
package org.corridor.platform.events;
