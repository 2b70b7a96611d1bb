package org.corridor.web.security;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** A signed JWT as it came in, from whoever it may be. */
final class SignedText {

  private SignedText() {}

  /**
   * @throws ParseException if it is something else
   */
  static SignedJWT parse(String text) throws ParseException {
    try {
      return SignedJWT.parse(text);
    } catch (NullPointerException e) {
      // Nimbus looks for the algorithm in a header that is the JSON value null
      var refused = new ParseException("the header is nothing", 0);
      refused.initCause(e);
      throw refused;
    }
  }
}
