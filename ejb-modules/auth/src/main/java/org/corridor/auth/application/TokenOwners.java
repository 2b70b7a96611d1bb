package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Revocation;
import org.corridor.auth.domain.User;

/** Whether a token still counts, and those whom it was given to may still come in. */
@ApplicationScoped
public class TokenOwners {

  private final ApiClients clients;
  private final Users users;
  private final Revocations revocations;
  private final SecondFactorRule rule;

  @Inject
  public TokenOwners(
      ApiClients clients, Users users, Revocations revocations, SecondFactorRule rule) {
    this.clients = clients;
    this.users = users;
    this.revocations = revocations;
    this.rule = rule;
  }

  /** For the container's proxy. */
  protected TokenOwners() {
    this(null, null, null, null);
  }

  /** Of an access token that was issued here. */
  boolean mayStillComeIn(JWTClaimsSet claims) {
    try {
      var client = claims.getStringClaim("client_id");
      if (!isActive(client)) {
        return false;
      }
      return claims.getSubject().equals(client) ? !isRevoked(claims) : user(claims).isPresent();
    } catch (ParseException e) {
      return false;
    }
  }

  boolean mayStillComeIn(TokenFamily family) {
    return isActive(family.apiClientId())
        && users
            .byId(family.userId())
            .filter(user -> mayGoOn(user, family.authenticatedAt()))
            .filter(user -> rule.isEnough(user, family.proof()))
            .isPresent();
  }

  /**
   * The person whom an access token was given to, unless the token was revoked or the person has
   * signed out everywhere since.
   */
  Optional<User> user(JWTClaimsSet claims) throws ParseException {
    var authenticated = claims.getLongClaim("auth_time");
    if (authenticated == null || isRevoked(claims)) {
      return Optional.empty();
    }
    // the claim has whole seconds, so the second in which the password was changed counts as after
    var until = Instant.ofEpochSecond(authenticated).plusMillis(999);
    return users.byId(UUID.fromString(claims.getSubject())).filter(user -> mayGoOn(user, until));
  }

  private boolean isRevoked(JWTClaimsSet claims) throws ParseException {
    var values = new HashMap<String, String>();
    for (var claim : Revocation.Claim.values()) {
      var value = claims.getStringClaim(claim.code());
      if (value != null) {
        values.put(claim.code(), value);
      }
    }
    return revocations.isRevoked(values, OwnTokens.issuedAt(claims));
  }

  private boolean isActive(String clientId) {
    return clients.byId(clientId).filter(ApiClient::active).isPresent();
  }

  private static boolean mayGoOn(User user, Instant authenticatedAt) {
    return user.isActive() && !authenticatedAt.isBefore(user.tokensValidFrom());
  }
}
