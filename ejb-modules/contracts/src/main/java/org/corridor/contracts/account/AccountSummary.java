package org.corridor.contracts.account;

import java.util.UUID;

/**
 * What others may know of an account.
 *
 * @param number unique; for people
 * @param clientId the owner; null for an internal account
 * @param currency ISO 4217
 * @param status {@code PENDING, ACTIVE, FROZEN, DORMANT, CLOSED}
 */
public record AccountSummary(
    UUID id, String number, UUID clientId, String branch, String currency, String status) {}
