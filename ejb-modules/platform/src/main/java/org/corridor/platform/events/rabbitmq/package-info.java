/**
 * Events by RabbitMQ, where contexts stand alone: MicroProfile Reactive Messaging on both sides,
 * with a connector over RabbitMQ's own client.
 */
package org.corridor.platform.events.rabbitmq;
