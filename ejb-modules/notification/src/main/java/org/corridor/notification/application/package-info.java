/** The use cases of the notification context, one class each, and the ports that they need. */
package org.corridor.notification.application;
