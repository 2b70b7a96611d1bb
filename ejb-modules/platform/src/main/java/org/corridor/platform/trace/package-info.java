/** The trace that a piece of work belongs to, on its way from thread to thread. */
package org.corridor.platform.trace;
