package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.User;

/** The userinfo endpoint (OpenID Connect Core, section 5.3): who has signed in. */
@ApplicationScoped
public class TellUserInfo {

  private final OwnTokens tokens;
  private final TokenOwners owners;

  @Inject
  public TellUserInfo(OwnTokens tokens, TokenOwners owners) {
    this.tokens = tokens;
    this.owners = owners;
  }

  /** For the container's proxy. */
  protected TellUserInfo() {
    this(null, null);
  }

  /** What is answered. */
  public sealed interface Answer {
    /**
     * @param json the claims
     */
    record Known(String json) implements Answer {}

    /** The token is not for that: it lacks the scope {@code openid}. */
    record OutOfScope() implements Answer {}

    /** The token is a machine's, or its user may no longer come in. */
    record Nobody() implements Answer {}
  }

  /**
   * @param token an access token that was verified at the door
   */
  public Answer tell(String token) {
    var claims = tokens.accessToken(token);
    if (claims.isEmpty()) {
      return new Answer.Nobody();
    }
    try {
      return tell(claims.get());
    } catch (ParseException e) {
      throw new IllegalStateException("a token that was issued here has claims of other types", e);
    }
  }

  private Answer tell(JWTClaimsSet claims) throws ParseException {
    var scope = Scope.parse(claims.getStringClaim("scope"));
    if (!scope.contains(ApiClient.OPENID)) {
      return new Answer.OutOfScope();
    }
    return owners
        .user(claims)
        .<Answer>map(user -> new Answer.Known(info(user, scope)))
        .orElseGet(Answer.Nobody::new);
  }

  private static String info(User user, Scope scope) {
    var info = new UserInfo(new Subject(user.id().toString()));
    if (scope.contains(ApiClient.PROFILE)) {
      info.setName(user.profile().displayName());
      info.setPreferredUsername(user.username());
    }
    if (scope.contains(ApiClient.EMAIL) && user.profile().email() != null) {
      info.setEmailAddress(user.profile().email());
    }
    return info.toJSONObject().toJSONString();
  }
}
