package org.corridor.notification.infrastructure.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.corridor.platform.json.Json;

/** Tells a push service who sends (RFC 8292): a token that only the subscribed server can sign. */
final class Vapid {

  private static final Duration VALID = Duration.ofHours(12);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Vapid() {}

  /** The header {@code Authorization} for that endpoint. */
  static String authorization(PushSettings settings, URI endpoint, Instant now)
      throws GeneralSecurityException {
    var claims =
        Map.of(
            "aud",
            endpoint.getScheme() + "://" + endpoint.getAuthority(),
            "exp",
            now.plus(VALID).getEpochSecond(),
            "sub",
            settings.contact());
    var signed = part(Map.of("typ", "JWT", "alg", "ES256")) + "." + part(claims);
    // the two numbers of the signature as they are (RFC 7518, section 3.4), not in DER
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(P256.privateKey(Base64.getUrlDecoder().decode(settings.privateKey())));
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    var token = signed + "." + BASE64.encodeToString(signature.sign());
    return "vapid t=" + token + ", k=" + settings.publicKey();
  }

  private static String part(Map<String, ?> json) {
    return BASE64.encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
