/** Bodies, entity tags and headers. */
package org.corridor.web.http;
