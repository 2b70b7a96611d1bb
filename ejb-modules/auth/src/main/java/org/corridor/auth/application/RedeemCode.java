package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Confirmation;
import org.corridor.platform.events.Trail;

/**
 * Turns an authorization code into tokens (RFC 6749, section 4.1.3; RFC 7636).
 *
 * <p>A code is used up by the first attempt, good or bad, so its verifier cannot be tried out. A
 * second attempt revokes what the first was given (RFC 6749, section 4.1.2).
 */
@ApplicationScoped
public class RedeemCode {

  private final AuthorizationCodes codes;
  private final TokenFamilies families;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;
  private final Standing standing;

  /** Whether what was given on a page still stands when a program comes for it. */
  @ApplicationScoped
  public static class Standing {

    private final UserLock lock;
    private final BrowserSessions sessions;
    private final ConsentCheck consent;
    private final SecondFactorRule rule;

    @Inject
    public Standing(
        UserLock lock, BrowserSessions sessions, ConsentCheck consent, SecondFactorRule rule) {
      this.lock = lock;
      this.sessions = sessions;
      this.consent = consent;
      this.rule = rule;
    }

    /** For the container's proxy. */
    protected Standing() {
      this(null, null, null, null);
    }

    /**
     * Does the work while the user's row is locked: whoever takes something back waits until its
     * tokens can be seen and revoked, or comes first, and then there are none.
     */
    <T> Optional<T> whileItStands(AuthorizedCode code, Function<User, Optional<T>> work) {
      return lock.within(
          code.userId(), user -> user.filter(found -> stands(found, code)).flatMap(work));
    }

    /**
     * Within the minute that a code lives somebody can be locked, sign out there or everywhere,
     * choose another password, take back what it let the program have, or get a role that demands
     * more.
     */
    private boolean stands(User user, AuthorizedCode code) {
      return SignedInBrowsers.mayGoOn(user, code.authenticatedAt())
          && rule.isEnough(user, code.proof())
          && isSignedIn(code)
          && consent.stands(code);
    }

    private boolean isSignedIn(AuthorizedCode code) {
      var session = code.proof().sessionId();
      return session == null
          || sessions.of(code.userId()).stream().anyMatch(found -> found.id().equals(session));
    }
  }

  @Inject
  public RedeemCode(
      AuthorizationCodes codes,
      TokenFamilies families,
      AccessTokens accessTokens,
      IdTokens idTokens,
      Standing standing) {
    this.codes = codes;
    this.families = families;
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
    this.standing = standing;
  }

  /** For the container's proxy. */
  protected RedeemCode() {
    this(null, null, null, null, null);
  }

  /**
   * @throws GeneralException {@code invalid_grant} or {@code invalid_target}
   */
  Tokens redeem(
      TokenRequester requester, AuthorizationCodeGrant grant, List<URI> resources, Trail trail)
      throws GeneralException {
    var redemption = codes.redeem(grant.getAuthorizationCode().getValue());
    if (redemption instanceof AuthorizationCodes.Redemption.Replayed replayed) {
      families.revoke(replayed.authorized(), TokenFamilyRevoked.Reason.CODE_REPLAYED, trail);
    }
    if (!(redemption instanceof AuthorizationCodes.Redemption.Redeemed redeemed)
        || !belongs(redeemed.authorized(), requester, grant)) {
      throw invalidGrant();
    }
    var code = redeemed.authorized();
    var audiences = Grants.audiences(resources, code.audiences());
    return standing
        .whileItStands(code, user -> give(user, code, requester, audiences))
        .orElseThrow(RedeemCode::invalidGrant);
  }

  /** Empty if the code was replayed meanwhile. */
  private Optional<Tokens> give(
      User user, AuthorizedCode code, TokenRequester requester, Set<Audience> audiences) {
    var refreshes = requester.client().may(GrantType.REFRESH_TOKEN);
    var begun =
        refreshes
            ? families.begin(code, requester.refreshTokensBoundTo())
            : families.beginWithoutRefresh(code);
    return begun.map(
        first -> {
          var access =
              accessTokens.forUser(
                  user,
                  requester,
                  new AccessTokens.Granted(
                      code.scopes(),
                      audiences,
                      code.authenticatedAt(),
                      code.proof(),
                      code.familyId()));
          var refresh = refreshes ? first : null;
          return code.scopes().contains(ApiClient.OPENID)
              ? new OIDCTokens(idTokens.of(user, code), access, refresh)
              : new Tokens(access, refresh);
        });
  }

  private static boolean belongs(
      AuthorizedCode code, TokenRequester requester, AuthorizationCodeGrant grant) {
    return code.apiClientId().equals(requester.client().clientId())
        && (code.boundKey() == null
            || Confirmation.ofKey(code.boundKey()).equals(requester.boundTo()))
        && code.redirectUri().equals(grant.getRedirectionURI())
        && grant.getCodeVerifier() != null
        && sameText(
            code.codeChallenge(),
            CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier()).getValue());
  }

  private static boolean sameText(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static GeneralException invalidGrant() {
    return new GeneralException(OAuth2Error.INVALID_GRANT);
  }
}
