/** Events of others that a context could not take, over HTTP. */
package org.corridor.web.events;
