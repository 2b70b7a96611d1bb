/** Webhooks: where calls go, what they may say, when they are tried again. */
package org.corridor.notification.domain.webhook;
