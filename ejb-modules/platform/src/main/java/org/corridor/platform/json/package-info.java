/** The one way that JSON is read and written, at the doors and in the event store. */
package org.corridor.platform.json;
