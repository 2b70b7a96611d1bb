package org.corridor.web.security;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes each audience's verifier from the settings {@code corridor.token.issuer} (the {@code iss}
 * that is trusted) and {@code corridor.token.jwks-uri} (where its keys are; fetched when first
 * needed, kept, fetched again for an unknown key id).
 */
final class TokenSettings {

  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int READ_MILLISECONDS = 5_000;
  private static final int MAX_BYTES = 65_536;
  private static final Map<String, TokenVerifier> VERIFIERS = new ConcurrentHashMap<>();

  private TokenSettings() {}

  static TokenVerifier verifierFor(String audience) {
    return VERIFIERS.computeIfAbsent(audience, TokenSettings::make);
  }

  private static TokenVerifier make(String audience) {
    Config config = ConfigProvider.getConfig();
    var jwks = config.getValue("corridor.token.jwks-uri", String.class);
    try {
      var keys =
          JWKSourceBuilder.create(
                  URI.create(jwks).toURL(),
                  new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, MAX_BYTES))
              .retrying(true)
              .build();
      return new TokenVerifier(
          keys,
          config.getValue("corridor.token.issuer", String.class),
          audience,
          Clock.systemUTC());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("corridor.token.jwks-uri is not a URL: " + jwks, e);
    }
  }
}
