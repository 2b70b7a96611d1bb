package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevokedTokensTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final List<Instant> asked = new ArrayList<>();
  private String published = list();
  private Instant now = NOON;
  private final RevokedTokens revoked = revokedTokens();

  @Test
  void areNotKnownBeforeTheListWasHeard() {
    published = null;
    revoked.ask();
    assertThat(revoked.isKnown()).isFalse();

    published = list();
    revoked.ask();
    assertThat(revoked.isKnown()).isTrue();
    assertThat(revoked.asOf()).isEqualTo(NOON);
  }

  @Test
  void areThoseOfARevokedSignInAndNoOthers() throws Exception {
    published = list(issued("sid", "family-1", NOON.plusSeconds(3600)));
    revoked.ask();

    assertThat(revoked.contains(token("anna", "family-1", NOON, NOON))).isTrue();
    assertThat(revoked.contains(token("anna", "family-2", NOON, NOON))).isFalse();
    assertThat(revoked.contains(token("family-1", "family-3", NOON, NOON)))
        .as("another claim of that value")
        .isFalse();
  }

  @Test
  void areThoseThatWereIssuedUntilThen() throws Exception {
    published = list(issued("sub", "anna", NOON.plusMillis(400)));
    revoked.ask();

    assertThat(revoked.contains(token("anna", "f", NOON, NOON))).isTrue();
    assertThat(revoked.contains(token("anna", "f", NOON.plusSeconds(1), NOON))).isFalse();
  }

  @Test
  void areThoseOfPeopleWhoHaveNotSignedInSince() throws Exception {
    published = list(authenticated("sub", "anna", NOON.plusMillis(400)));
    revoked.ask();

    assertThat(revoked.contains(token("anna", "f", NOON.plusSeconds(9), NOON.minusSeconds(1))))
        .isTrue();
    assertThat(revoked.contains(token("anna", "f", NOON, NOON))).as("that second").isFalse();
    assertThat(revoked.contains(token("anna", null, NOON, null))).as("a machine").isFalse();
  }

  @Test
  void addUp() throws Exception {
    published = list(issued("sub", "anna", NOON));
    revoked.ask();
    published =
        list(issued("sub", "anna", NOON.minusSeconds(60)), authenticated("sub", "anna", NOON));
    revoked.ask();

    assertThat(revoked.contains(token("anna", "f", NOON, NOON))).isTrue();
    assertThat(revoked.contains(token("anna", "f", NOON.plusSeconds(1), NOON.minusSeconds(9))))
        .isTrue();
    assertThat(revoked.contains(token("anna", "f", NOON.plusSeconds(1), NOON))).isFalse();
  }

  @Test
  void goOnToCountWhileTheIssuerIsAwayOrTalksNonsense() throws Exception {
    published = list(issued("sid", "family-1", NOON.plusSeconds(3600)));
    revoked.ask();

    for (var nonsense : new String[] {null, "", "{}", "[]", "<html>", "{\"asOf\":\"yesterday\"}"}) {
      published = nonsense;
      revoked.ask();
      assertThat(revoked.contains(token("anna", "family-1", NOON, NOON))).isTrue();
      assertThat(revoked.isKnown()).isTrue();
    }
  }

  @Test
  void areAskedForWithAnOverlapAndForgottenWhenNoTokenCanLiveAnyMore() throws Exception {
    published = list(issued("sid", "family-1", NOON.plusSeconds(3600)));
    revoked.ask();
    published = list();
    now = NOON.plus(Duration.ofMinutes(64));
    revoked.ask();
    assertThat(revoked.contains(token("anna", "family-1", NOON, NOON))).isTrue();
    now = NOON.plus(Duration.ofMinutes(66));
    revoked.ask();

    assertThat(revoked.contains(token("anna", "family-1", NOON, NOON))).isFalse();
    assertThat(asked).containsExactly(null, NOON.minusSeconds(60), NOON.minusSeconds(60));
  }

  @Test
  void areNoneOfAnIssuerWithoutAList() throws Exception {
    assertThat(RevokedTokens.none().isKnown()).isTrue();
    assertThat(RevokedTokens.none().contains(token("anna", "f", NOON, NOON))).isFalse();
  }

  private RevokedTokens revokedTokens() {
    return new RevokedTokens(
        since -> {
          if (published == null) {
            throw new IOException("away");
          }
          asked.add(since);
          return published;
        },
        Duration.ofSeconds(3),
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        });
  }

  private static String list(String... revocations) {
    return "{\"asOf\":\"" + NOON + "\",\"revocations\":[" + String.join(",", revocations) + "]}";
  }

  private static String issued(String claim, String value, Instant until) {
    return "{\"fingerprint\":\"%s\",\"issuedUntil\":\"%s\"}"
        .formatted(TokenMarks.fingerprint(claim, value), until);
  }

  private static String authenticated(String claim, String value, Instant before) {
    return "{\"fingerprint\":\"%s\",\"issuedUntil\":\"%s\",\"authenticatedBefore\":\"%s\"}"
        .formatted(TokenMarks.fingerprint(claim, value), before.plusSeconds(3600), before);
  }

  private static TokenMarks token(
      String subject, String signIn, Instant issuedAt, Instant authenticatedAt)
      throws ParseException {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(subject)
            .issueTime(Date.from(issuedAt))
            .claim("client_id", "corridor-cli")
            .claim("sid", signIn);
    if (authenticatedAt != null) {
      claims.claim("auth_time", authenticatedAt.getEpochSecond());
    }
    return TokenMarks.of(claims.build());
  }
}
