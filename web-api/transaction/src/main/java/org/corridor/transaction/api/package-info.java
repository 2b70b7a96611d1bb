/**
 * The HTTP door of the transaction context: parses, calls a use case, turns its outcome into an
 * answer.
 */
package org.corridor.transaction.api;
