package org.corridor.platform.idempotency;

/**
 * An answer that can be given again.
 *
 * @param status of HTTP
 * @param location may be null
 * @param etag may be null
 * @param body JSON; empty if the answer has none
 */
public record StoredAnswer(int status, String location, String etag, String body) {}
