package org.corridor.client.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How far "know your customer" has come.
 *
 * @param enteredBy who entered the party as it is now
 * @param submittedBy who asked for the review that runs or was decided last; null before the first
 * @param validUntil the last day of the approval; null unless approved or expired
 */
public record Kyc(
    KycStatus status, KycLevel level, String enteredBy, String submittedBy, LocalDate validUntil) {

  public Kyc {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(enteredBy, "enteredBy");
    var wasApproved = status == KycStatus.APPROVED || status == KycStatus.EXPIRED;
    Rules.require(wasApproved == (validUntil != null), "validUntil");
  }

  static Kyc notStarted(String enteredBy) {
    return new Kyc(KycStatus.NOT_STARTED, KycLevel.BASIC, enteredBy, null, null);
  }

  Kyc inReview(String by) {
    return new Kyc(KycStatus.IN_REVIEW, KycLevel.BASIC, enteredBy, by, null);
  }

  Kyc approved(KycLevel asLevel, LocalDate until) {
    return new Kyc(KycStatus.APPROVED, asLevel, enteredBy, submittedBy, until);
  }

  Kyc rejected() {
    return new Kyc(KycStatus.REJECTED, KycLevel.BASIC, enteredBy, submittedBy, null);
  }

  Kyc expired() {
    return new Kyc(KycStatus.EXPIRED, KycLevel.BASIC, enteredBy, submittedBy, validUntil);
  }

  Kyc withPartyEnteredBy(String actor) {
    return new Kyc(status, level, actor, submittedBy, validUntil);
  }

  /** Four eyes: whoever had a hand in what is reviewed may not decide. */
  boolean isMadeBy(String actor) {
    return actor.equals(enteredBy) || actor.equals(submittedBy);
  }
}
