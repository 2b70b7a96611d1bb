package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a token could be called back by.
 *
 * @param fingerprints of its claims, as the list of revocations has them
 * @param issuedAt in whole seconds
 * @param authenticatedAt in whole seconds, when a person has signed in; null for machines
 */
record TokenMarks(List<String> fingerprints, Instant issuedAt, Instant authenticatedAt) {

  private static final List<String> CLAIMS = List.of("sub", "client_id", "sid", "jti");

  TokenMarks {
    fingerprints = List.copyOf(fingerprints);
  }

  /** Of a token that nobody can call back. */
  static TokenMarks none() {
    return new TokenMarks(List.of(), Instant.EPOCH, null);
  }

  static TokenMarks of(JWTClaimsSet claims) throws ParseException {
    var fingerprints = new ArrayList<String>();
    for (var claim : CLAIMS) {
      var value = claims.getStringClaim(claim);
      if (value != null) {
        fingerprints.add(fingerprint(claim, value));
      }
    }
    var authenticated = claims.getLongClaim("auth_time");
    return new TokenMarks(
        fingerprints,
        claims.getIssueTime().toInstant(),
        authenticated == null ? null : Instant.ofEpochSecond(authenticated));
  }

  static String fingerprint(String claim, String value) {
    var bytes = (claim + '=' + value).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
