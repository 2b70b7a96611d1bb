package org.corridor.platform.events.rabbitmq;

/**
 * What has come out of a queue.
 *
 * @param body an event, as JSON
 * @param deadBecause null, or why the broker gave it up
 */
public record RabbitArrival(String body, String deadBecause) {}
