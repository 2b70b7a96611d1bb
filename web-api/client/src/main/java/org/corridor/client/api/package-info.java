/**
 * The HTTP door of the client context: parses, calls a use case, turns its outcome into an answer.
 */
package org.corridor.client.api;
