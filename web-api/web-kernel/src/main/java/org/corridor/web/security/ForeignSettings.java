package org.corridor.web.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An issuer that is not Corridor's own: a customer's Keycloak, or Entra. Settings are {@code
 * corridor.token.<name>.<key>}.
 *
 * @param name what it is called here; the machines of the issuer have it in their subjects
 * @param jwksUri null to look for it in the issuer's metadata
 * @param audience null for that of each context
 * @param conditions what a token must say besides, or it is no access token of that issuer
 * @param clientClaim which client the token was given to
 * @param machine null if a machine is its own subject (RFC 9068, section 2.2)
 * @param roles permissions by the words of {@code permissionsClaim}; empty if those are permissions
 * @param acrValues Corridor's word for the words of {@code acrClaim}; empty if they need none
 */
record ForeignSettings(
    String name,
    URI issuer,
    URI jwksUri,
    String audience,
    Set<JWSAlgorithm> algorithms,
    Set<JOSEObjectType> types,
    List<ClaimCondition> conditions,
    ClaimPath clientClaim,
    ClaimCondition machine,
    ClaimPath permissionsClaim,
    Map<String, List<String>> roles,
    ClaimPath branchClaim,
    ClaimPath customerClaim,
    ClaimPath limitsClaim,
    ClaimPath acrClaim,
    Map<String, List<String>> acrValues,
    ClaimPath authTimeClaim) {

  private static final String PREFIX = "corridor.token.";
  private static final String NAME = "[a-z][a-z0-9]{0,30}";
  private static final String PERMISSION = "[a-z][a-z-]*:[a-z][a-z-]*";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Those by which nobody can sign who can verify. */
  private static final Set<JWSAlgorithm> ASYMMETRIC =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** The values of one issuer's settings, by their names without what all begin with. */
  private record Values(String name, Function<String, Optional<String>> config) {

    String key(String key) {
      return PREFIX + name + '.' + key;
    }

    Optional<String> find(String key) {
      return config.apply(key(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    String require(String key) {
      return find(key)
          .orElseThrow(() -> new IllegalArgumentException("the setting is missing: " + key(key)));
    }

    ClaimPath claim(String key, String otherwise) {
      return new ClaimPath(find(key).orElse(otherwise));
    }

    <T> T read(String key, String otherwise, Function<String, T> reading) {
      try {
        return reading.apply(find(key).orElse(otherwise));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(key(key) + ": " + e.getMessage(), e);
      }
    }
  }

  /**
   * @throws IllegalArgumentException if a setting is missing or wrong, with its name
   */
  static ForeignSettings from(String name, Function<String, Optional<String>> config) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("no name for an issuer of tokens: " + name);
    }
    var values = new Values(name, config);
    values.require("issuer");
    return new ForeignSettings(
        name,
        values.read("issuer", "", ForeignSettings::address),
        values.find("jwks-uri").isEmpty()
            ? null
            : values.read("jwks-uri", "", ForeignSettings::address),
        values.find("audience").orElse(null),
        values.read("algorithms", "RS256", ForeignSettings::algorithms),
        values.read("types", "at+jwt", ForeignSettings::types),
        values.read("conditions", "", ClaimCondition::parseAll),
        values.claim("client-claim", "client_id"),
        values.find("machine").isEmpty() ? null : values.read("machine", "", ClaimCondition::parse),
        new ClaimPath(values.require("permissions-claim")),
        values.read("roles", "", ForeignSettings::roles),
        values.claim("branch-claim", "branch"),
        values.claim("customer-claim", "corridor_client"),
        values.claim("limits-claim", "amount_limits"),
        values.claim("acr-claim", "acr"),
        values.read("acr-values", "", ForeignSettings::acrValues),
        values.claim("auth-time-claim", "auth_time"));
  }

  static boolean isPermission(String word) {
    return word.matches(PERMISSION);
  }

  /** Keys that came over an open line would be anybody's. */
  static URI address(String text) {
    var address = URI.create(text);
    var host = String.valueOf(address.getHost());
    var isSafe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host));
    if (!isSafe || address.getHost() == null) {
      throw new IllegalArgumentException("not an https address: " + text);
    }
    return address;
  }

  private static Set<JWSAlgorithm> algorithms(String text) {
    var algorithms = new LinkedHashSet<JWSAlgorithm>();
    for (var word : someWords(text)) {
      var algorithm = JWSAlgorithm.parse(word);
      if (!ASYMMETRIC.contains(algorithm)) {
        throw new IllegalArgumentException("not an algorithm with a public key: " + word);
      }
      algorithms.add(algorithm);
    }
    return algorithms;
  }

  private static Set<JOSEObjectType> types(String text) {
    return someWords(text).stream().map(JOSEObjectType::new).collect(Collectors.toSet());
  }

  private static List<String> someWords(String text) {
    var words = Words.of(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("none is named: " + text);
    }
    return words;
  }

  private static Map<String, List<String>> roles(String text) {
    var roles = Words.byName(text);
    roles.values().stream()
        .flatMap(List::stream)
        .filter(word -> !isPermission(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw new IllegalArgumentException("no permission: " + word);
            });
    return roles;
  }

  private static Map<String, List<String>> acrValues(String text) {
    var values = Words.byName(text);
    if (values.values().stream().anyMatch(words -> words.size() != 1)) {
      throw new IllegalArgumentException("one value each, please: " + text);
    }
    return values;
  }
}
