package org.corridor.auth.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The parameters of an authorization request, for the description of the interface only: the
 * protocol's library reads them, also those that a client sends twice.
 */
public class AuthorizeQuery {

  @Parameter(example = "code", description = "Required, as all below, unless it was pushed.")
  @QueryParam("response_type")
  String responseType;

  @Parameter(required = true, example = "corridor-cli")
  @QueryParam("client_id")
  String clientId;

  @Parameter(example = "http://127.0.0.1:8912/callback")
  @QueryParam("redirect_uri")
  String redirectUri;

  @QueryParam("code_challenge")
  String codeChallenge;

  @Parameter(example = "S256")
  @QueryParam("code_challenge_method")
  String codeChallengeMethod;

  @Parameter(
      description = "What the pushed authorization request endpoint gave (RFC 9126).",
      example = "urn:ietf:params:oauth:request_uri:...")
  @QueryParam("request_uri")
  String requestUri;

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
