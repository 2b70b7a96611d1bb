package org.corridor.web.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes each audience's verifier from the settings {@code corridor.token.issuer} (the {@code iss}
 * that is trusted) and {@code corridor.token.jwks-uri} (where its keys are; fetched when first
 * needed, kept, fetched again for an unknown key id); and {@code corridor.token.revocations-uri},
 * where it is asked what was called back.
 */
final class TokenSettings {

  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int READ_MILLISECONDS = 5_000;
  private static final int MAX_BYTES = 65_536;
  private static final String ISSUER = "corridor.token.issuer";
  private static final String JWKS = "corridor.token.jwks-uri";
  private static final Map<String, TokenVerifier> VERIFIERS = new ConcurrentHashMap<>();

  private static final String REVOCATIONS = "corridor.token.revocations-uri";
  private static final String INTERVAL = "corridor.token.revocations-interval";
  private static final int MAX_BYTES_OF_REVOCATIONS = 33_554_432;
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(3);

  private static IssuerKeys keys;
  private static RevokedTokens revoked;
  private static DpopProofs proofs;

  private TokenSettings() {}

  static TokenVerifier verifierFor(String audience) {
    return VERIFIERS.computeIfAbsent(audience, TokenSettings::make);
  }

  /** Of the one issuer that is trusted; fetched when first needed. */
  static synchronized IssuerKeys keys() {
    if (keys == null) {
      keys = fetchedFrom(ConfigProvider.getConfig().getValue(JWKS, String.class));
    }
    return keys;
  }

  /** For the address at which callers reach the contexts; made when first needed. */
  static synchronized DpopProofs proofs() {
    if (proofs == null) {
      var config = ConfigProvider.getConfig();
      proofs =
          new DpopProofs(
              URI.create(
                  config
                      .getOptionalValue("corridor.public.origin", String.class)
                      .orElseGet(() -> config.getValue(ISSUER, String.class))));
    }
    return proofs;
  }

  /** What the issuer has called back; asked for from the first use on. */
  static synchronized RevokedTokens revoked() {
    if (revoked == null) {
      var config = ConfigProvider.getConfig();
      revoked =
          config
              .getOptionalValue(REVOCATIONS, String.class)
              .map(
                  uri ->
                      new RevokedTokens(
                          readFrom(uri),
                          config
                              .getOptionalValue(INTERVAL, Duration.class)
                              .orElse(DEFAULT_INTERVAL),
                          Clock.systemUTC()))
              .map(RevokedTokens::begin)
              .orElseGet(RevokedTokens::none);
    }
    return revoked;
  }

  private static RevokedTokens.Source readFrom(String uri) {
    var retriever =
        new DefaultResourceRetriever(
            CONNECT_MILLISECONDS, READ_MILLISECONDS, MAX_BYTES_OF_REVOCATIONS);
    return since ->
        retriever
            .retrieveResource(URI.create(since == null ? uri : uri + "?since=" + since).toURL())
            .getContent();
  }

  private static TokenVerifier make(String audience) {
    var issuer = ConfigProvider.getConfig().getValue(ISSUER, String.class);
    return new TokenVerifier(keys(), issuer, audience, Clock.systemUTC());
  }

  private static IssuerKeys fetchedFrom(String url) {
    try {
      return new IssuerKeys(
          URI.create(url).toURL(),
          new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, MAX_BYTES),
          Clock.systemUTC());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(JWKS + " is not a URL: " + url, e);
    }
  }
}
