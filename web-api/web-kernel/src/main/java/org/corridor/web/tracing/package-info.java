/** What leaves the server in traces. */
package org.corridor.web.tracing;
