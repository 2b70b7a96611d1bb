package org.corridor.transaction.application;

import java.time.Duration;

/**
 * How lost orders are found again.
 *
 * @param patience how long an attempt may take before it is taken for lost; every further attempt
 *     at the same order has twice as long
 * @param quiet how long after an attempt was begun the ledger can no longer fulfil it: a refusal of
 *     a later attempt is believed only then
 * @param batch how many orders one replica takes on at once
 */
public record ReconcileSettings(Duration patience, Duration quiet, int batch) {}
