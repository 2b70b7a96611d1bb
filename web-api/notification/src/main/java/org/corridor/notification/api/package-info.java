/**
 * The HTTP door of the notification context: parses, calls a use case, turns its outcome into an
 * answer.
 */
package org.corridor.notification.api;
