package org.corridor.auth.domain;

import java.util.UUID;
import org.corridor.kernel.DomainEvent;

/** The refresh tokens that came from one sign-in are void. */
public record TokenFamilyRevoked(UUID familyId, UUID userId, String apiClientId, Reason reason)
    implements DomainEvent {

  /** Why. */
  public enum Reason {
    /** A refresh token was used twice: one of the two users has stolen it. */
    REFRESH_TOKEN_REUSED,
    /** An authorization code was used twice. */
    CODE_REPLAYED,
    /** The client has asked for it (RFC 7009). */
    REVOKED_BY_CLIENT,
    /** The user is locked or disabled, or has another password since. */
    USER_CHANGED,
    /** The user, or who manages it, has signed it out. */
    SIGNED_OUT,
    /** The user lets the program have nothing any more. */
    CONSENT_WITHDRAWN,
    /** The user has a role since that demands a second factor, and has not shown one. */
    SECOND_FACTOR_DEMANDED
  }

  @Override
  public String type() {
    return "auth.token-family-revoked.v1";
  }
}
