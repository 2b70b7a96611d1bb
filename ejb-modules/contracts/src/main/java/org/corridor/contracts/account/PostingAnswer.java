package org.corridor.contracts.account;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of an order.
 *
 * @param postingId as ordered
 * @param posted whether it stands in the journal
 * @param bookedAt when; null if refused
 * @param refusal the code of the problem, such as {@code insufficient-funds}; null if posted
 * @param detail of the refusal, fit for the client; null if posted
 */
public record PostingAnswer(
    UUID postingId, boolean posted, Instant bookedAt, String refusal, String detail) {

  public static PostingAnswer posted(UUID postingId, Instant bookedAt) {
    return new PostingAnswer(postingId, true, bookedAt, null, null);
  }

  public static PostingAnswer refused(UUID postingId, String refusal, String detail) {
    return new PostingAnswer(postingId, false, null, refusal, detail);
  }
}
