package org.corridor.contracts.client;

import java.util.UUID;

/**
 * What others may know of a client; no name, no address.
 *
 * @param status {@code PROSPECT, ACTIVE, SUSPENDED, CLOSED}
 * @param kycLevel {@code BASIC, VERIFIED, ENHANCED}
 */
public record ClientSummary(UUID id, String status, String branch, String kycLevel) {}
