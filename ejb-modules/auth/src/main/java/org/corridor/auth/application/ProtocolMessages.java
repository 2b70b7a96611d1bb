package org.corridor.auth.application;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;

/**
 * Reads what came from whoever it may be. The protocol's library does it; some of its readers meet
 * what they do not foresee, such as a JWT whose header is the JSON value null, with another
 * exception than they declare, which is no accident of ours.
 */
final class ProtocolMessages {

  private ProtocolMessages() {}

  /** One reader of the library, and what it reads. */
  @FunctionalInterface
  interface Reader<T> {
    T read() throws ParseException;
  }

  /**
   * @throws ParseException whatever is wrong with the message
   */
  static <T> T read(Reader<T> reader) throws ParseException {
    try {
      return reader.read();
    } catch (RuntimeException unforeseen) {
      throw new ParseException("malformed", OAuth2Error.INVALID_REQUEST, unforeseen);
    }
  }

  /**
   * @throws java.text.ParseException if it is something else
   */
  static JWT jwt(String text) throws java.text.ParseException {
    try {
      return JWTParser.parse(text);
    } catch (RuntimeException unforeseen) {
      var malformed = new java.text.ParseException("malformed", 0);
      malformed.initCause(unforeseen);
      throw malformed;
    }
  }
}
