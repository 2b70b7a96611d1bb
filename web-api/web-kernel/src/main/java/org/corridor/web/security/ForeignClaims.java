package org.corridor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.corridor.kernel.Authentication;
import org.corridor.kernel.Caller;

/**
 * Reads the claims of another issuer's tokens as its settings say. Where a token says nothing, the
 * narrower is meant: a person must be a customer's, or of a branch, or of all by a {@code *}; who
 * has not signed in is a machine only if the settings' condition says so too.
 *
 * <p>Subjects of different issuers never meet, nor any of them one of Corridor's own: a person is
 * known by an id that is made of the issuer and its subject there, a machine by {@code
 * <name>:<client>}.
 */
final class ForeignClaims implements ClaimsReader {

  private static final Logger LOG = Logger.getLogger(ForeignClaims.class.getName());

  /** Of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final String ALL_BRANCHES = "*";

  /** What OpenID Connect Core, section 2, allows for {@code sub}. */
  private static final String READABLE = "[\\x21-\\x7e]{1,255}";

  /** RFC 9562, section 5.8: the version for ids of one's own making. */
  private static final long VERSION_8 = 0x8000L;

  private static final long VERSION_MASK = ~0xF000L;
  private static final long VARIANT = 0x8000000000000000L;
  private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;

  private final ForeignSettings settings;

  ForeignClaims(ForeignSettings settings) {
    this.settings = settings;
  }

  @Override
  public Caller read(JWTClaimsSet claims) {
    for (var condition : settings.conditions()) {
      require(condition.holds(claims), "has not " + condition);
    }
    var subject = claims.getSubject();
    var client = settings.clientClaim().text(claims).orElse("");
    require(subject.matches(READABLE), "has a subject that cannot be read");
    require(client.matches(READABLE), "does not say whom it was given to");
    return isMachine(claims, subject, client) ? machine(claims, client) : person(claims, subject);
  }

  /** Who has signed in at some time is a person, whatever else the token says. */
  private boolean isMachine(JWTClaimsSet claims, String subject, String client) {
    if (settings.authTimeClaim().find(claims) != null) {
      return false;
    }
    return settings.machine() == null ? subject.equals(client) : settings.machine().holds(claims);
  }

  private Caller machine(JWTClaimsSet claims, String client) {
    return caller(claims, settings.name() + ':' + client, null);
  }

  private Caller person(JWTClaimsSet claims, String subject) {
    var isBound =
        settings.branchClaim().find(claims) != null
            || settings.customerClaim().find(claims) != null;
    require(isBound, "is a person's who is of no branch and no customer");
    var id = idOf(settings.issuer().toString(), subject).toString();
    LOG.log(Level.INFO, "{0} of {1} is {2}", new Object[] {subject, settings.name(), id});
    return caller(claims, id, authentication(claims));
  }

  private Caller caller(JWTClaimsSet claims, String subject, Authentication authentication) {
    return new Caller(
        subject,
        permissions(claims),
        settings.branchClaim().text(claims).filter(it -> !it.equals(ALL_BRANCHES)).orElse(null),
        settings.customerClaim().text(claims).map(UUID::fromString).orElse(null),
        AmountLimits.of(limits(claims)),
        authentication);
  }

  /** A role that is not mapped is worth nothing. */
  private Set<String> permissions(JWTClaimsSet claims) {
    var words = settings.permissionsClaim().words(claims).stream();
    return settings.roles().isEmpty()
        ? words.filter(ForeignSettings::isPermission).collect(Collectors.toSet())
        : words
            .filter(settings.roles()::containsKey)
            .flatMap(role -> settings.roles().get(role).stream())
            .collect(Collectors.toSet());
  }

  private Map<String, Object> limits(JWTClaimsSet claims) {
    var claim = settings.limitsClaim().find(claims);
    require(claim == null || claim instanceof Map<?, ?>, "has limits that are no object");
    return claim == null
        ? null
        : ((Map<?, ?>) claim)
            .entrySet().stream()
                .collect(
                    Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()),
                        entry -> String.valueOf(entry.getValue())));
  }

  private Authentication authentication(JWTClaimsSet claims) {
    return new Authentication(signedInAt(claims), acr(claims));
  }

  private Instant signedInAt(JWTClaimsSet claims) {
    var claim = settings.authTimeClaim().find(claims);
    require(claim == null || claim instanceof Number, "has a time of sign-in that is no number");
    if (claim == null) {
      return null;
    }
    var seconds = ((Number) claim).longValue();
    require(seconds >= 0 && seconds <= LAST_SECOND, "has a sign-in at no time that there is");
    return Instant.ofEpochSecond(seconds);
  }

  private String acr(JWTClaimsSet claims) {
    if (settings.acrValues().isEmpty()) {
      return settings.acrClaim().text(claims).orElse(null);
    }
    return settings.acrClaim().words(claims).stream()
        .filter(settings.acrValues()::containsKey)
        .map(word -> settings.acrValues().get(word).get(0))
        .findFirst()
        .orElse(null);
  }

  /** The same for ever, of the issuer's people only, and no id that Corridor gives. */
  static UUID idOf(String issuer, String subject) {
    var digest =
        ByteBuffer.wrap(Sha256.of((issuer + ' ' + subject).getBytes(StandardCharsets.UTF_8)));
    return new UUID(
        (digest.getLong() & VERSION_MASK) | VERSION_8, (digest.getLong() & VARIANT_MASK) | VARIANT);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException("the token " + otherwise);
    }
  }
}
