package org.corridor.auth.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Access tokens that count for nothing although they have not ended.
 *
 * @param claim by which they are told
 * @param value of that claim
 * @param issuedUntil those that were issued until then; the whole second counts, since tokens tell
 *     no less
 * @param authenticatedBefore those of people who had signed in before then; null for any
 * @param at when they were revoked
 */
public record Revocation(
    Claim claim, String value, Instant issuedUntil, Instant authenticatedBefore, Instant at) {

  /** The most that an access token lives, so the longest that a revocation matters. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** What tokens say of themselves. */
  public enum Claim {
    /** All of a person. */
    USER("sub"),
    /** All of a program. */
    API_CLIENT("client_id"),
    /** All that came from one sign-in at one program: a family of refresh tokens. */
    SIGN_IN("sid"),
    /** A single one. */
    TOKEN("jti");

    private final String code;

    Claim(String code) {
      this.code = code;
    }

    /** As it stands in tokens. */
    public String code() {
      return code;
    }
  }

  /** All that there will ever be with this claim. */
  public static Revocation of(Claim claim, String value, Instant at) {
    return new Revocation(claim, value, at.plus(LONGEST), null, at);
  }

  /** Those that were issued until now; the next ones are good. */
  public static Revocation ofIssued(Claim claim, String value, Instant at) {
    return new Revocation(claim, value, at, null, at);
  }

  /** Those of a person who must sign in again. */
  public static Revocation ofSignedOut(String userId, Instant tokensValidFrom) {
    return new Revocation(
        Claim.USER, userId, tokensValidFrom.plus(LONGEST), tokensValidFrom, tokensValidFrom);
  }

  /**
   * What is published in the place of the claim: it tells nothing to who has not seen the token.
   */
  public String fingerprint() {
    return Digests.sha256(claim.code() + '=' + value);
  }
}
