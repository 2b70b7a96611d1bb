package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import org.corridor.kernel.Caller;

/** What the tokens of an issuer say of their bearer, in Corridor's words. */
@FunctionalInterface
interface ClaimsReader {

  /**
   * @param claims of a token that was verified
   * @throws IllegalArgumentException if they say too little, or what cannot be understood
   */
  Caller read(JWTClaimsSet claims) throws ParseException;

  /** What a token could be called back by: only auth calls its tokens back. */
  default TokenMarks marks(JWTClaimsSet claims) throws ParseException {
    return TokenMarks.none();
  }
}
