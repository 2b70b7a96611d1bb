package org.corridor.transaction.application.file;

import java.time.Duration;

/**
 * How files of transfers are taken and paid.
 *
 * @param maxTransfers of one file
 * @param chunkSize transfers that are paid together
 * @param uploads files that a replica takes in at once
 * @param atOnce files that a replica pays at once
 * @param patience how long a chunk that cannot be paid at once is waited for
 * @param kept how long the contents of a file that is done are kept
 */
public record FileSettings(
    int maxTransfers, int chunkSize, int uploads, int atOnce, Duration patience, Duration kept) {}
