/** The use cases of the client context, one class each, and the ports that they need. */
package org.corridor.client.application;
