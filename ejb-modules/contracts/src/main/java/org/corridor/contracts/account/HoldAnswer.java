package org.corridor.contracts.account;

import java.util.UUID;

/**
 * What became of an order about a hold.
 *
 * @param status of the hold: ACTIVE, CAPTURED, RELEASED or EXPIRED; null if refused
 * @param refusal the code of the problem, such as {@code insufficient-funds}; null if it was done
 * @param detail of the refusal, fit for the client; null if it was done
 */
public record HoldAnswer(UUID holdId, String status, String refusal, String detail) {

  public static HoldAnswer standing(UUID holdId, String status) {
    return new HoldAnswer(holdId, status, null, null);
  }

  public static HoldAnswer refused(UUID holdId, String refusal, String detail) {
    return new HoldAnswer(holdId, null, refusal, detail);
  }

  public boolean isRefused() {
    return refusal != null;
  }
}
