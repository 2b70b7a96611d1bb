package org.corridor.auth.application;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.Role;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Confirmation;
import org.corridor.kernel.Money;
import org.corridor.platform.id.Ids;

/** Makes access tokens in the profile of RFC 9068. */
@ApplicationScoped
public class AccessTokens {

  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  private final SigningKeys keys;
  private final Roles roles;
  private final AuthSettings settings;
  private final AuthClock clock;

  @Inject
  public AccessTokens(SigningKeys keys, Roles roles, AuthSettings settings, AuthClock clock) {
    this.keys = keys;
    this.roles = roles;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected AccessTokens() {
    this(null, null, null, null);
  }

  /** A machine: its scopes are its permissions, and it is its own subject. */
  AccessToken forMachine(TokenRequester requester, Set<String> scopes, Set<Audience> audiences) {
    var client = requester.client();
    var claims =
        claims(client, client.clientId(), scopes, audiences)
            .claim("permissions", sorted(scopes))
            .claim("roles", List.of(Role.SERVICE));
    return sign(claims, scopes, requester.boundTo());
  }

  /**
   * What a person has let a client have.
   *
   * @param scopes the most that the token carries
   * @param authenticatedAt when the person has shown who it is
   * @param proof how
   * @param familyId of all that comes from this sign-in
   */
  record Granted(
      Set<String> scopes,
      Set<Audience> audiences,
      Instant authenticatedAt,
      Proof proof,
      UUID familyId) {}

  /** A person: what its roles allow, of that which the client was granted. */
  AccessToken forUser(User user, TokenRequester requester, Granted granted) {
    var assignment = user.assignment();
    var permissions = roles.permissionsOf(assignment.roles());
    permissions.retainAll(granted.scopes());
    var scopes = new TreeSet<>(granted.scopes());
    scopes.retainAll(ApiClient.IDENTITY);
    scopes.addAll(permissions);
    var claims =
        claims(requester.client(), user.id().toString(), scopes, granted.audiences())
            .claim("sid", granted.familyId().toString())
            .claim("auth_time", granted.authenticatedAt().getEpochSecond())
            .claim("acr", granted.proof().acr())
            .claim("amr", granted.proof().amr())
            .claim("permissions", sorted(permissions))
            .claim("roles", assignment.sortedRoles());
    if (assignment.branch() != null) {
      claims.claim("branch", assignment.branch());
    }
    if (assignment.corridorClient() != null) {
      claims.claim("corridor_client", assignment.corridorClient().toString());
    }
    if (!assignment.amountLimits().isEmpty()) {
      claims.claim("amount_limits", limits(user));
    }
    return sign(claims, scopes, requester.boundTo());
  }

  private JWTClaimsSet.Builder claims(
      ApiClient client, String subject, Set<String> scopes, Set<Audience> audiences) {
    var now = clock.now();
    return new JWTClaimsSet.Builder()
        .issuer(settings.issuer().toString())
        .subject(subject)
        .audience(audiences.stream().sorted().map(Audience::claim).toList())
        .claim("iat", now.getEpochSecond())
        .claim("exp", now.plus(settings.accessTokenLifetime()).getEpochSecond())
        .jwtID(Ids.next().toString())
        .claim("client_id", client.clientId())
        .claim("scope", String.join(" ", sorted(scopes)));
  }

  /**
   * A token that is bound says so. Its type says it too if it is bound to a key (RFC 9449, section
   * 5); one that is bound to a certificate is a bearer token (RFC 8705, section 3).
   */
  private AccessToken sign(JWTClaimsSet.Builder claims, Set<String> scopes, Confirmation boundTo) {
    if (boundTo != null) {
      claims.claim("cnf", boundTo.claim());
    }
    var token = keys.sign(TYPE, claims.build()).serialize();
    var seconds = settings.accessTokenLifetime().toSeconds();
    var scope = new Scope(sorted(scopes).toArray(String[]::new));
    return boundTo != null && boundTo.method() == Confirmation.Method.KEY
        ? new DPoPAccessToken(token, seconds, scope)
        : new BearerAccessToken(token, seconds, scope);
  }

  private static Map<String, String> limits(User user) {
    var limits = new TreeMap<String, String>();
    user.assignment()
        .amountLimits()
        .forEach(
            (currency, minorUnits) ->
                limits.put(
                    currency.getCurrencyCode(), new Money(minorUnits, currency).toDecimalString()));
    return limits;
  }

  private static List<String> sorted(Set<String> codes) {
    return codes.stream().sorted().toList();
  }
}
