package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;

/**
 * That a token has a claim, or has it with a value.
 *
 * @param value as text; null for any
 */
record ClaimCondition(ClaimPath claim, String value) {

  /** {@code typ=Bearer}, or {@code client_id} for any value. */
  static ClaimCondition parse(String text) {
    var equals = text.indexOf('=');
    return equals < 0
        ? new ClaimCondition(new ClaimPath(text.trim()), null)
        : new ClaimCondition(
            new ClaimPath(text.substring(0, equals).trim()), text.substring(equals + 1).trim());
  }

  /** With {@code ;} between them. */
  static List<ClaimCondition> parseAll(String text) {
    return Arrays.stream(text.split(";", -1))
        .filter(part -> !part.isBlank())
        .map(ClaimCondition::parse)
        .toList();
  }

  boolean holds(JWTClaimsSet claims) {
    var found = claim.find(claims);
    return found != null && (value == null || value.equals(found.toString()));
  }

  @Override
  public String toString() {
    return value == null ? claim.text() : claim.text() + '=' + value;
  }
}
