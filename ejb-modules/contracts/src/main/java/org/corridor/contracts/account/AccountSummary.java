package org.corridor.contracts.account;

import java.util.UUID;

/**
 * What others may know of an account, and what never changes of it: it may be remembered.
 *
 * @param number unique; for people
 * @param clientId the owner; null for an internal account
 * @param currency ISO 4217
 */
public record AccountSummary(
    UUID id, String number, UUID clientId, String branch, String currency) {}
