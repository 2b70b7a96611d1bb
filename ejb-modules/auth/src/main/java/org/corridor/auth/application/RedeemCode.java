package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
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
  private final Users users;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;

  @Inject
  public RedeemCode(
      AuthorizationCodes codes,
      TokenFamilies families,
      Users users,
      AccessTokens accessTokens,
      IdTokens idTokens) {
    this.codes = codes;
    this.families = families;
    this.users = users;
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
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
    var user = users.byId(code.userId()).filter(found -> mayGoOn(found, code)).orElse(null);
    if (user == null) {
      throw invalidGrant();
    }
    var audiences = Grants.audiences(resources, code.audiences());
    var access =
        accessTokens.forUser(
            user,
            requester,
            new AccessTokens.Granted(
                code.scopes(), audiences, code.authenticatedAt(), code.proof(), code.familyId()));
    var refresh = begin(code, requester);
    return code.scopes().contains(ApiClient.OPENID)
        ? new OIDCTokens(idTokens.of(user, code), access, refresh)
        : new Tokens(access, refresh);
  }

  /** Null if the client gets none. */
  private RefreshToken begin(AuthorizedCode code, TokenRequester requester)
      throws GeneralException {
    if (requester.client().may(GrantType.REFRESH_TOKEN)) {
      return families.begin(code, requester.keyOfRefreshTokens());
    }
    families.beginWithoutRefresh(code);
    return null;
  }

  private static boolean belongs(
      AuthorizedCode code, TokenRequester requester, AuthorizationCodeGrant grant) {
    return code.apiClientId().equals(requester.client().clientId())
        && (code.boundKey() == null || code.boundKey().equals(requester.boundKey()))
        && code.redirectUri().equals(grant.getRedirectionURI())
        && grant.getCodeVerifier() != null
        && sameText(
            code.codeChallenge(),
            CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier()).getValue());
  }

  /** Locked, disabled or given another password within the minute that the code lives. */
  private static boolean mayGoOn(User user, AuthorizedCode code) {
    return user.isActive() && !code.authenticatedAt().isBefore(user.tokensValidFrom());
  }

  private static boolean sameText(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static GeneralException invalidGrant() {
    return new GeneralException(OAuth2Error.INVALID_GRANT);
  }
}
