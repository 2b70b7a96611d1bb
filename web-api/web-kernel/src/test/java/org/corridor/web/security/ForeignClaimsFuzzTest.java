package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.kernel.Caller;

class ForeignClaimsFuzzTest {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("issuer", "https://idp.test"),
          Map.entry("permissions-claim", "realm_access.roles"),
          Map.entry("roles", "teller=transactions:read"),
          Map.entry("client-claim", "azp"),
          Map.entry("machine", "client_id"),
          Map.entry("conditions", "typ=Bearer"),
          Map.entry("acr-values", "gold=strong"));

  private final ClaimsReader reader =
      new ForeignClaims(
          ForeignSettings.from(
              "idp",
              key -> Optional.ofNullable(SETTINGS.get(key.replace("corridor.token.idp.", "")))));

  /**
   * Whatever an issuer has signed, nobody gets more than the map gives, and a person is somebody's.
   */
  @FuzzTest
  void readsClaims(byte[] json) throws ParseException {
    JWTClaimsSet claims;
    try {
      claims = JWTClaimsSet.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException noClaims) {
      return;
    }
    Caller caller;
    try {
      // the verifier has made sure that there is one
      caller =
          reader.read(
              claims.getSubject() != null
                  ? claims
                  : new JWTClaimsSet.Builder(claims).subject("somebody").build());
    } catch (IllegalArgumentException refused) {
      return;
    }
    assertThat(caller.permissions()).isSubsetOf("transactions:read");
    if (caller.signedIn().isPresent()) {
      assertThat(UUID.fromString(caller.subject()).version()).isEqualTo(8);
      assertThat(claims.getClaims().keySet()).containsAnyOf("branch", "corridor_client");
    } else {
      assertThat(caller.subject()).startsWith("idp:");
    }
  }
}
