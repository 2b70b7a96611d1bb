package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;

/** Reads the claims of Corridor's own tokens. */
final class OwnClaims implements ClaimsReader {

  @Override
  public Caller read(JWTClaimsSet claims) throws ParseException {
    var permissions = claims.getStringListClaim("permissions");
    var client = claims.getStringClaim("corridor_client");
    return new Caller(
        claims.getSubject(),
        permissions == null ? Set.of() : Set.copyOf(permissions),
        claims.getStringClaim("branch"),
        client == null ? null : UUID.fromString(client),
        AmountLimits.of(claims.getJSONObjectClaim("amount_limits")),
        authentication(claims));
  }

  @Override
  public TokenMarks marks(JWTClaimsSet claims) throws ParseException {
    return TokenMarks.of(claims);
  }

  /** A machine is its own subject (RFC 9068, section 2.2). */
  private static Authentication authentication(JWTClaimsSet claims) throws ParseException {
    if (claims.getSubject().equals(claims.getStringClaim("client_id"))) {
      return null;
    }
    var seconds = claims.getLongClaim("auth_time");
    return new Authentication(
        seconds == null ? null : Instant.ofEpochSecond(seconds), claims.getStringClaim("acr"));
  }
}
