package org.corridor.auth.application;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.RedirectUris;
import org.corridor.platform.events.Trail;

/**
 * The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0): ends the sign-in that an ID
 * token came from, in the browser too, and sends the browser back to an address that the client is
 * registered with.
 *
 * <p>Only an ID token ends anything: who has none could be made to come here by any page. Nothing
 * is ever sent to an address that is not the client's.
 */
@ApplicationScoped
public class EndSession {

  private final OwnTokens tokens;
  private final ApiClients clients;
  private final TokenFamilies families;
  private final SignedInBrowsers browsers;
  private final SignOut signOut;

  @Inject
  public EndSession(
      OwnTokens tokens,
      ApiClients clients,
      TokenFamilies families,
      SignedInBrowsers browsers,
      SignOut signOut) {
    this.tokens = tokens;
    this.clients = clients;
    this.families = families;
    this.browsers = browsers;
    this.signOut = signOut;
  }

  /** For the container's proxy. */
  protected EndSession() {
    this(null, null, null, null, null);
  }

  /** What to show the user. */
  public sealed interface Answer {
    record BackToClient(URI uri) implements Answer {}

    record SignedOut() implements Answer {}

    /** Nothing was ended, since nothing says whose sign-in it is. */
    record NothingEnded() implements Answer {}

    /** A request that is not in order; nothing was ended. */
    record Refused() implements Answer {}
  }

  /**
   * @param cookie of the browser's session; may be anything
   * @throws TokenStoreUnavailable if nobody can sign out now
   */
  public Answer end(Map<String, List<String>> parameters, String cookie, Trail trail) {
    try {
      return end(ProtocolMessages.read(() -> LogoutRequest.parse(parameters)), cookie, trail);
    } catch (ParseException | java.text.ParseException e) {
      return new Answer.Refused();
    }
  }

  private Answer end(LogoutRequest request, String cookie, Trail trail)
      throws java.text.ParseException {
    var hint = request.getIDTokenHint();
    var claims = hint == null ? Optional.<JWTClaimsSet>empty() : tokens.idToken(hint);
    if (hint != null && claims.isEmpty()) {
      return new Answer.Refused();
    }
    var named = request.getClientID() == null ? null : request.getClientID().getValue();
    var ofToken = claims.map(found -> found.getAudience().get(0)).orElse(null);
    if (named != null && ofToken != null && !named.equals(ofToken)) {
      return new Answer.Refused();
    }
    if (claims.isPresent()) {
      signOut(claims.get(), cookie, trail);
    }
    var back = request.getPostLogoutRedirectionURI();
    var client = clients.byId(ofToken != null ? ofToken : named == null ? "" : named);
    if (back != null && client.filter(found -> mayGoBack(found, back)).isPresent()) {
      return new Answer.BackToClient(withState(back, request.getState()));
    }
    return claims.isPresent() ? new Answer.SignedOut() : new Answer.NothingEnded();
  }

  /** Of the same user only: whoever else has signed in with this browser since goes on. */
  private void signOut(JWTClaimsSet claims, String cookie, Trail trail)
      throws java.text.ParseException {
    var userId = UUID.fromString(claims.getSubject());
    families
        .find(UUID.fromString(claims.getStringClaim("sid")))
        .filter(family -> family.userId().equals(userId))
        .ifPresent(family -> signOut.ofProgram(family, trail));
    browsers
        .find(cookie)
        .filter(signedIn -> signedIn.user().id().equals(userId))
        .ifPresent(signedIn -> signOut.ofBrowser(userId, signedIn.session().id(), trail));
  }

  private static boolean mayGoBack(ApiClient client, URI back) {
    return client.active()
        && RedirectUris.match(client.access().options().postLogoutRedirectUris(), back.toString());
  }

  private static URI withState(URI back, State state) {
    if (state == null) {
      return back;
    }
    var query = URLUtils.serializeParameters(Map.of("state", List.of(state.getValue())));
    return URI.create(back + (back.getRawQuery() == null ? "?" : "&") + query);
  }
}
