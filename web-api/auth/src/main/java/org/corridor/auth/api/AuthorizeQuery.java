package org.corridor.auth.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The parameters of an authorization request, for the description of the interface only: the
 * protocol's library reads them, also those that a client sends twice.
 */
public class AuthorizeQuery {

  @Parameter(required = true, example = "code")
  @QueryParam("response_type")
  String responseType;

  @Parameter(required = true, example = "corridor-cli")
  @QueryParam("client_id")
  String clientId;

  @Parameter(required = true, example = "http://127.0.0.1:8912/callback")
  @QueryParam("redirect_uri")
  String redirectUri;

  @Parameter(required = true)
  @QueryParam("code_challenge")
  String codeChallenge;

  @Parameter(required = true, example = "S256")
  @QueryParam("code_challenge_method")
  String codeChallengeMethod;

  @QueryParam("state")
  String state;

  @QueryParam("scope")
  String scope;

  @QueryParam("nonce")
  String nonce;

  @Parameter(example = "urn:corridor:account")
  @QueryParam("resource")
  String resource;
}
