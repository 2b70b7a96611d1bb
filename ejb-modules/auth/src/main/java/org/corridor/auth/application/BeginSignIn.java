package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Digests;

/**
 * The authorization endpoint (RFC 6749, section 3.1): looks whether a request is in order, and
 * keeps it while its user signs in.
 *
 * <p>Only when client and redirect URI are known to belong together is anything ever sent to that
 * URI, errors included; before, whoever asked gets a page.
 */
@ApplicationScoped
public class BeginSignIn {

  private static final ErrorObject MUST_BE_PUSHED =
      OAuth2Error.INVALID_REQUEST.setDescription(
          "This client pushes its authorization requests (RFC 9126)");

  private final ApiClients clients;
  private final PushedRequests pushed;
  private final PendingSignIns pending;
  private final AuthSettings settings;

  @Inject
  public BeginSignIn(
      ApiClients clients, PushedRequests pushed, PendingSignIns pending, AuthSettings settings) {
    this.clients = clients;
    this.pushed = pushed;
    this.pending = pending;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected BeginSignIn() {
    this(null, null, null, null);
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
    var reference = PushRequest.reference(parameters);
    return reference.isPresent() ? beginPushed(reference.get(), parameters) : parse(parameters);
  }

  private Answer parse(Map<String, List<String>> parameters) {
    try {
      var request = ProtocolMessages.read(() -> AuthorizationRequest.parse(parameters));
      var partner = partner(request.getClientID(), request.getRedirectionURI());
      return partner.isEmpty() ? unknownPartner() : beginOpen(request, partner.get());
    } catch (ParseException e) {
      return partner(e.getClientID(), e.getRedirectionURI())
          .map(partner -> back(partner, e.getErrorObject(), e.getState()))
          .orElseGet(BeginSignIn::unknownPartner);
    }
  }

  private Answer beginOpen(AuthorizationRequest request, Partner partner) {
    return partner.client().access().options().requiresPushedRequests()
        ? back(partner, MUST_BE_PUSHED, request.getState())
        : begin(request, partner);
  }

  /** Of what the browser brings beside, only the client counts: it must be who has pushed. */
  private Answer beginPushed(String reference, Map<String, List<String>> parameters) {
    var kept = pushed.take(reference).orElse(null);
    if (kept == null || !kept.get("client_id").equals(parameters.get("client_id"))) {
      return new Answer.Refused(
          "This request has expired or was used before. Go back to the application and sign in"
              + " again.");
    }
    try {
      var request = AuthorizationRequest.parse(kept);
      return partner(request.getClientID(), request.getRedirectionURI())
          .map(partner -> begin(request, partner))
          .orElseGet(BeginSignIn::unknownPartner);
    } catch (ParseException e) {
      throw new IllegalStateException("a request that was read before cannot be read again", e);
    }
  }

  private Answer begin(AuthorizationRequest request, Partner partner) {
    try {
      return form(request, partner, RequestChecks.wanted(request, partner.client()));
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
        .filter(client -> RequestChecks.belong(client, redirectUri))
        .map(client -> new Partner(client, redirectUri));
  }

  private Answer form(AuthorizationRequest request, Partner partner, RequestChecks.Wanted wanted) {
    var binding = RandomSecrets.next();
    var csrf = RandomSecrets.next();
    var handle = RandomSecrets.next();
    var nonce = request.getCustomParameter("nonce");
    var state = request.getState();
    var key = request.getDPoPJWKThumbprintConfirmation();
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
            wanted.scopes(),
            wanted.audiences(),
            key == null ? null : key.getValue().toString(),
            wanted.demand());
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
}
