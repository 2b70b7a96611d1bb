/** What is done about events of others: each handler knows who is to be told of what. */
package org.corridor.notification.infrastructure.events;
