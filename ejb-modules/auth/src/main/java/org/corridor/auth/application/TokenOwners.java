package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.User;

/** Whether those whom a token was given to may still come in. */
@ApplicationScoped
public class TokenOwners {

  private final ApiClients clients;
  private final Users users;

  @Inject
  public TokenOwners(ApiClients clients, Users users) {
    this.clients = clients;
    this.users = users;
  }

  /** For the container's proxy. */
  protected TokenOwners() {
    this(null, null);
  }

  /** Of an access token that was issued here. */
  boolean mayStillComeIn(JWTClaimsSet claims) {
    try {
      var client = claims.getStringClaim("client_id");
      if (!isActive(client)) {
        return false;
      }
      return claims.getSubject().equals(client) || user(claims).filter(User::isActive).isPresent();
    } catch (ParseException e) {
      return false;
    }
  }

  boolean mayStillComeIn(TokenFamily family) {
    return isActive(family.apiClientId())
        && users
            .byId(family.userId())
            .filter(user -> mayGoOn(user, family.authenticatedAt()))
            .isPresent();
  }

  /** The person whom an access token was given to, unless it has signed out everywhere since. */
  Optional<User> user(JWTClaimsSet claims) throws ParseException {
    var authenticated = claims.getLongClaim("auth_time");
    if (authenticated == null) {
      return Optional.empty();
    }
    // the claim has whole seconds, so the second in which the password was changed counts as after
    var until = Instant.ofEpochSecond(authenticated).plusMillis(999);
    return users.byId(UUID.fromString(claims.getSubject())).filter(user -> mayGoOn(user, until));
  }

  private boolean isActive(String clientId) {
    return clients.byId(clientId).filter(ApiClient::active).isPresent();
  }

  private static boolean mayGoOn(User user, Instant authenticatedAt) {
    return user.isActive() && !authenticatedAt.isBefore(user.tokensValidFrom());
  }
}
