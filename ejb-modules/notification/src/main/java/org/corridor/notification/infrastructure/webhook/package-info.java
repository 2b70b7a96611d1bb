/** Webhooks: which addresses may be called, the calls, the rows, and what the container starts. */
package org.corridor.notification.infrastructure.webhook;
