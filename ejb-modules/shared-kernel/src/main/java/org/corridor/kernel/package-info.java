/**
 * The few types that every context speaks: money, the caller, events. Plain Java, no framework, no
 * I/O.
 */
package org.corridor.kernel;
