package org.corridor.auth.application;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.PushedAuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pushed authorization request endpoint (RFC 9126): the client itself says what it asks for, so
 * nobody between can change it; the browser carries a reference that is good for one use.
 */
@ApplicationScoped
public class PushRequest {

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

  /** What shows who the client is, and is not kept. */
  private static final Set<String> CREDENTIALS =
      Set.of("client_secret", "client_assertion", "client_assertion_type");

  private final ClientAuthenticator authenticator;
  private final ProofsOfPossession proofs;
  private final PushedRequests requests;

  @Inject
  public PushRequest(
      ClientAuthenticator authenticator, ProofsOfPossession proofs, PushedRequests requests) {
    this.authenticator = authenticator;
    this.proofs = proofs;
    this.requests = requests;
  }

  /** For the container's proxy. */
  protected PushRequest() {
    this(null, null, null);
  }

  /** Answers a request as it came in; never throws for what is wrong with it. */
  public PushedAuthorizationResponse push(HTTPRequest http) {
    try {
      return push(http, ProtocolMessages.read(() -> PushedAuthorizationRequest.parse(http)));
    } catch (GeneralException refused) {
      var error = refused.getErrorObject();
      return refused(error == null ? OAuth2Error.INVALID_REQUEST : error);
    } catch (TokenStoreUnavailable e) {
      return refused(OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(503));
    }
  }

  private PushedAuthorizationResponse push(HTTPRequest http, PushedAuthorizationRequest pushed)
      throws GeneralException {
    var request = pushed.getAuthorizationRequest();
    var client = authenticator.authenticate(pushed, request.getClientID());
    if (!client.clientId().equals(request.getClientID().getValue())) {
      throw RequestChecks.invalid("client_id is another client");
    }
    if (request.getRedirectionURI() == null
        || !RequestChecks.belong(client, request.getRedirectionURI())) {
      throw RequestChecks.invalid("The redirect URI is not registered");
    }
    RequestChecks.wanted(request, client);
    var key = proofs.atPushEndpoint(http, client).orElse(null);
    var named = request.getDPoPJWKThumbprintConfirmation();
    if (key != null && named != null && !named.getValue().toString().equals(key)) {
      throw RequestChecks.invalid("dpop_jkt is another key than the proof's");
    }
    var parameters = withoutCredentials(request);
    if (key != null) {
      parameters.put("dpop_jkt", List.of(key));
    }
    var reference = RandomSecrets.next();
    requests.keep(reference, parameters);
    return new PushedAuthorizationSuccessResponse(
        URI.create(PREFIX + reference), PushedRequests.LIFETIME.toSeconds());
  }

  /** The reference that the parameters of a browser carry; empty if none of here. */
  static Optional<String> reference(Map<String, List<String>> parameters) {
    var uris = parameters.getOrDefault("request_uri", List.of());
    return uris.size() == 1 && uris.get(0).startsWith(PREFIX)
        ? Optional.of(uris.get(0).substring(PREFIX.length()))
        : Optional.empty();
  }

  private static Map<String, List<String>> withoutCredentials(AuthorizationRequest request) {
    var parameters = new HashMap<>(request.toParameters());
    parameters.keySet().removeAll(CREDENTIALS);
    return parameters;
  }

  private static PushedAuthorizationResponse refused(ErrorObject error) {
    return new PushedAuthorizationErrorResponse(error);
  }
}
