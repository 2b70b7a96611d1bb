/** The door of webhooks: endpoints, what was sent to them, and what is sent again. */
package org.corridor.notification.api.webhook;
