package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Audience;
import org.corridor.auth.domain.Digests;
import org.corridor.auth.domain.GrantType;
import org.corridor.auth.domain.RedirectUris;

/**
 * The authorization endpoint (RFC 6749, section 3.1): looks whether a request is in order, and
 * keeps it while its user signs in.
 *
 * <p>Only when client and redirect URI are known to belong together is anything ever sent to that
 * URI, errors included; before, whoever asked gets a page.
 */
@ApplicationScoped
public class BeginSignIn {

  private static final int MAX_STATE = 1_024;

  private final ApiClients clients;
  private final PendingSignIns pending;
  private final AuthSettings settings;

  @Inject
  public BeginSignIn(ApiClients clients, PendingSignIns pending, AuthSettings settings) {
    this.clients = clients;
    this.pending = pending;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected BeginSignIn() {
    this(null, null, null);
  }

  /** What to show the user. */
  public sealed interface Answer {

    /**
     * The sign-in form.
     *
     * @param handle of the sign-in, goes with the form
     * @param binding goes into a cookie of this browser
     * @param csrf goes with the form
     */
    record Form(String handle, String binding, String csrf, PendingSignIn signIn)
        implements Answer {}

    /** An error that the client is told, by way of the browser. */
    record BackToClient(URI uri) implements Answer {}

    /** A request that nobody can be sent back from. */
    record Refused(String reason) implements Answer {}
  }

  /** The client and the redirect URI, which belong together. */
  private record Partner(ApiClient client, URI redirectUri) {}

  /**
   * @throws TokenStoreUnavailable if nobody can sign in now
   */
  public Answer begin(Map<String, List<String>> parameters) {
    try {
      var request = AuthorizationRequest.parse(parameters);
      var partner = partner(request.getClientID(), request.getRedirectionURI());
      return partner.isEmpty() ? unknownPartner() : begin(request, partner.get());
    } catch (ParseException e) {
      return partner(e.getClientID(), e.getRedirectionURI())
          .map(partner -> back(partner, e.getErrorObject(), e.getState()))
          .orElseGet(BeginSignIn::unknownPartner);
    }
  }

  private Answer begin(AuthorizationRequest request, Partner partner) {
    try {
      requireSupported(request);
      return form(request, partner);
    } catch (GeneralException refused) {
      return back(partner, refused.getErrorObject(), request.getState());
    }
  }

  private Optional<Partner> partner(ClientID clientId, URI redirectUri) {
    if (clientId == null || redirectUri == null) {
      return Optional.empty();
    }
    return clients
        .byId(clientId.getValue())
        .filter(ApiClient::active)
        .filter(client -> client.may(GrantType.AUTHORIZATION_CODE))
        .filter(c -> RedirectUris.match(c.access().redirectUris(), redirectUri.toString()))
        .map(client -> new Partner(client, redirectUri));
  }

  private static void requireSupported(AuthorizationRequest request) throws GeneralException {
    if (request.specifiesRequestObject()) {
      throw new GeneralException(OAuth2Error.REQUEST_NOT_SUPPORTED);
    }
    if (!ResponseType.CODE.equals(request.getResponseType())) {
      throw new GeneralException(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
    }
    var mode = request.getResponseMode();
    if (mode != null && !ResponseMode.QUERY.equals(mode)) {
      throw invalid("The response mode must be query");
    }
    if (request.getCodeChallenge() == null
        || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
        || !request.getCodeChallenge().getValue().matches("[A-Za-z0-9_-]{43}")) {
      throw invalid("PKCE with code_challenge_method S256 is required");
    }
    if (request.getState() != null && request.getState().getValue().length() > MAX_STATE) {
      throw invalid("The state is too long");
    }
    if (request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.NONE)) {
      throw new GeneralException(OIDCError.LOGIN_REQUIRED);
    }
  }

  private Answer form(AuthorizationRequest request, Partner partner) throws GeneralException {
    var binding = RandomSecrets.next();
    var csrf = RandomSecrets.next();
    var handle = RandomSecrets.next();
    var nonce = request.getCustomParameter("nonce");
    var state = request.getState();
    var client = partner.client();
    var signIn =
        new PendingSignIn(
            Digests.sha256(binding),
            Digests.sha256(csrf),
            client.clientId(),
            client.name(),
            partner.redirectUri(),
            state == null ? null : state.getValue(),
            nonce == null || nonce.isEmpty() ? null : nonce.get(0),
            request.getCodeChallenge().getValue(),
            Grants.scopes(request.getScope(), client.access().scopes()),
            Grants.audiences(request.getResources(), Audience.all()));
    pending.keep(handle, signIn);
    return new Answer.Form(handle, binding, csrf, signIn);
  }

  private Answer back(Partner partner, ErrorObject error, State state) {
    var response =
        new AuthorizationErrorResponse(
            partner.redirectUri(),
            error == null ? OAuth2Error.INVALID_REQUEST : error,
            state,
            new Issuer(settings.issuer()),
            ResponseMode.QUERY);
    return new Answer.BackToClient(response.toURI());
  }

  private static Answer unknownPartner() {
    return new Answer.Refused(
        "The application that sent you here is not known, or is not known to come back to the"
            + " address that it named. Nothing was sent there.");
  }

  private static GeneralException invalid(String description) {
    return new GeneralException(OAuth2Error.INVALID_REQUEST.setDescription(description));
  }
}
