package org.corridor.transaction.application;

import java.time.Duration;

/**
 * How long transactions wait for approval.
 *
 * @param expiresAfter how long one may wait before it is over
 * @param batch how many one replica ends in one go
 */
public record ApprovalSettings(Duration expiresAfter, int batch) {

  public ApprovalSettings {
    if (expiresAfter.isZero() || expiresAfter.isNegative() || batch < 1) {
      throw new IllegalArgumentException("approvals must have some time: " + expiresAfter);
    }
  }
}
