package org.corridor.contracts.account;

import java.time.Instant;
import java.util.UUID;
import org.corridor.kernel.Money;

/**
 * An order to reserve money of an account.
 *
 * @param id the caller's, UUIDv7: with the same content it is placed once
 * @param expiresAt when what is left of it is free again; within 90 days
 * @param correlationId of the request that started it
 */
public record HoldOrder(
    UUID id, UUID accountId, Money amount, Instant expiresAt, String correlationId) {}
