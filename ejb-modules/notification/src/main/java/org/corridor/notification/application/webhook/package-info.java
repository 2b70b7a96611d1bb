/** What is done about webhooks, and the ports that it needs. */
package org.corridor.notification.application.webhook;
