package org.corridor.web.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes each audience's verifier from the settings. {@code corridor.token.issuers} names who is
 * trusted: {@code corridor} is auth, by {@code corridor.token.issuer} (its {@code iss}) and {@code
 * corridor.token.jwks-uri}; all others are {@linkplain ForeignSettings foreign}. Keys are fetched
 * when first needed, kept, and fetched again for an unknown key id. At {@code
 * corridor.token.revocations-uri} auth is asked what it has called back.
 */
final class TokenSettings {

  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int READ_MILLISECONDS = 5_000;
  private static final int MAX_BYTES = 262_144;

  /** Anybody can send the id of a key that is not there; others must not suffer from it. */
  private static final Duration BETWEEN_FOREIGN_ATTEMPTS = Duration.ofSeconds(10);

  private static final String ISSUERS = "corridor.token.issuers";
  private static final String OWN = "corridor";
  private static final String ISSUER = "corridor.token.issuer";
  private static final String JWKS = "corridor.token.jwks-uri";
  private static final Map<String, TokenVerifier> VERIFIERS = new ConcurrentHashMap<>();

  private static final String REVOCATIONS = "corridor.token.revocations-uri";
  private static final String INTERVAL = "corridor.token.revocations-interval";
  private static final String GATEWAY = "corridor.tls.gateway";
  private static final String GATEWAY_HEADER = "corridor.tls.gateway.header";
  private static final int MAX_BYTES_OF_REVOCATIONS = 33_554_432;
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(3);

  private static List<Source> sources;
  private static RevokedTokens revoked;
  private static DpopProofs proofs;
  private static ClientCertificates certificates;

  private TokenSettings() {}

  /** Whoever issues tokens: its keys, which all audiences share, and what it is to one of them. */
  private record Source(IssuerKeys keys, Function<String, TrustedIssuer> at) {}

  static TokenVerifier verifierFor(String audience) {
    return VERIFIERS.computeIfAbsent(audience, TokenSettings::make);
  }

  /** Whether the keys of an issuer are known; waits for them if need be. */
  static boolean keysAreThere() {
    return sources().stream().anyMatch(source -> source.keys().areThere());
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

  /** For whoever stands between callers and this server; made when first needed. */
  static synchronized ClientCertificates certificates() {
    if (certificates == null) {
      var config = ConfigProvider.getConfig();
      certificates =
          new ClientCertificates(
              config
                  .getOptionalValue(GATEWAY, String.class)
                  .filter(name -> !name.isBlank())
                  .map(X500Principal::new)
                  .orElse(null),
              config.getOptionalValue(GATEWAY_HEADER, String.class).orElse("Client-Cert"));
    }
    return certificates;
  }

  /** What the issuer has called back; asked for from the first use on. */
  static synchronized RevokedTokens revoked() {
    if (revoked == null) {
      var config = ConfigProvider.getConfig();
      revoked =
          config
              .getOptionalValue(REVOCATIONS, String.class)
              .filter(uri -> issuers(config).contains(OWN))
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
    return new TokenVerifier(
        sources().stream().map(source -> source.at().apply(audience)).toList(), Clock.systemUTC());
  }

  private static synchronized List<Source> sources() {
    if (sources == null) {
      var config = ConfigProvider.getConfig();
      var names = issuers(config);
      if (names.isEmpty()) {
        throw new IllegalStateException(ISSUERS + " names nobody");
      }
      sources = names.stream().map(name -> source(name, config)).toList();
    }
    return sources;
  }

  private static List<String> issuers(Config config) {
    return Words.of(config.getOptionalValue(ISSUERS, String.class).orElse(OWN));
  }

  private static Source source(String name, Config config) {
    return name.equals(OWN) ? own(config) : foreign(name, config);
  }

  private static Source own(Config config) {
    var issuer = config.getValue(ISSUER, String.class);
    var keys =
        new IssuerKeys(url(config.getValue(JWKS, String.class)), retriever(), Clock.systemUTC());
    return new Source(keys, audience -> TrustedIssuer.own(keys, issuer, audience));
  }

  private static Source foreign(String name, Config config) {
    var settings = ForeignSettings.from(name, key -> config.getOptionalValue(key, String.class));
    var retriever = retriever();
    var address =
        settings.jwksUri() == null
            ? KeysAddress.discoveredOf(settings.issuer(), retriever)
            : (KeysAddress) () -> settings.jwksUri().toURL();
    var keys = new IssuerKeys(address, retriever, Clock.systemUTC(), BETWEEN_FOREIGN_ATTEMPTS);
    return new Source(keys, audience -> TrustedIssuer.foreign(keys, settings, audience));
  }

  private static ResourceRetriever retriever() {
    return new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, MAX_BYTES);
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(JWKS + " is not a URL: " + text, e);
    }
  }
}
