package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.corridor.auth.domain.TokenFamilyRevoked;
import org.corridor.auth.domain.User;
import org.corridor.kernel.Confirmation;
import org.corridor.platform.events.Trail;

/**
 * Turns a refresh token into new tokens (RFC 6749, section 6). Roles, branch and limits are read
 * anew, so a change of them takes effect within the life of an access token.
 *
 * <p>What can be refused without touching the token is refused first; rotating it is the last thing
 * that can fail, so that a client whose request failed for another reason still has a good one.
 */
@ApplicationScoped
public class Refresh {

  private final TokenFamilies families;
  private final Users users;
  private final SecondFactorRule rule;
  private final AccessTokens accessTokens;

  @Inject
  public Refresh(
      TokenFamilies families, Users users, SecondFactorRule rule, AccessTokens accessTokens) {
    this.families = families;
    this.users = users;
    this.rule = rule;
    this.accessTokens = accessTokens;
  }

  /** For the container's proxy. */
  protected Refresh() {
    this(null, null, null, null);
  }

  /**
   * @throws GeneralException {@code invalid_grant}, {@code invalid_scope} or {@code invalid_target}
   */
  Tokens refresh(
      TokenRequester requester, RefreshTokenGrant grant, TokenRequest request, Trail trail)
      throws GeneralException {
    var presented =
        TokenFamilies.Presented.parse(grant.getRefreshToken().getValue())
            .orElseThrow(Refresh::invalidGrant);
    var family =
        families
            .find(presented)
            .filter(found -> found.apiClientId().equals(requester.client().clientId()))
            .filter(found -> isBoundTo(found, requester.boundTo()))
            .orElseThrow(Refresh::invalidGrant);
    var user = users.byId(family.userId()).filter(found -> mayGoOn(found, family)).orElse(null);
    if (user == null) {
      families.revoke(family, TokenFamilyRevoked.Reason.USER_CHANGED, trail);
      throw invalidGrant();
    }
    if (!rule.isEnough(user, family.proof())) {
      families.revoke(family, TokenFamilyRevoked.Reason.SECOND_FACTOR_DEMANDED, trail);
      throw invalidGrant();
    }
    var scopes = Grants.scopes(request.getScope(), family.scopes());
    var audiences = Grants.audiences(request.getResources(), family.audiences());
    var next = families.rotate(family, presented, trail);
    var granted =
        new AccessTokens.Granted(
            scopes, audiences, family.authenticatedAt(), family.proof(), family.id());
    return new Tokens(accessTokens.forUser(user, requester, granted), next);
  }

  /**
   * Whoever has stolen a bound token without its key or certificate can do nothing with it, not
   * even end it.
   */
  private static boolean isBoundTo(TokenFamily family, Confirmation shown) {
    var boundTo = family.boundTo();
    return boundTo == null || boundTo.equals(shown);
  }

  private static boolean mayGoOn(User user, TokenFamily family) {
    return user.isActive() && !family.authenticatedAt().isBefore(user.tokensValidFrom());
  }

  private static GeneralException invalidGrant() {
    return new GeneralException(OAuth2Error.INVALID_GRANT);
  }
}
