package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.corridor.platform.events.Trail;

/**
 * Refreshes and revokes the tokens of scripts: the token and the revocation endpoint, asked by the
 * platform's own command line, which has nothing but its refresh token to show.
 */
@ApplicationScoped
public class ScriptTokens {

  private static final ClientID CLIENT = new ClientID(ScriptSignIn.CLIENT);

  private final IssueTokens issuing;
  private final RevokeToken revoking;
  private final AuthSettings settings;

  @Inject
  public ScriptTokens(IssueTokens issuing, RevokeToken revoking, AuthSettings settings) {
    this.issuing = issuing;
    this.revoking = revoking;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected ScriptTokens() {
    this(null, null, null);
  }

  /** The next tokens, or why there are none. */
  public TokenResponse refresh(String refreshToken, Trail trail) {
    var grant = new RefreshTokenGrant(new RefreshToken(refreshToken));
    var request = new TokenRequest.Builder(settings.endpoint("/token"), CLIENT, grant).build();
    return issuing.issue(request.toHTTPRequest(), trail);
  }

  /** Empty if the token is void now, also if it never was one. */
  public Optional<ErrorObject> revoke(String refreshToken, Trail trail) {
    var request =
        new TokenRevocationRequest(
            settings.endpoint("/revoke"), CLIENT, new RefreshToken(refreshToken));
    return revoking.revoke(request.toHTTPRequest(), trail);
  }
}
