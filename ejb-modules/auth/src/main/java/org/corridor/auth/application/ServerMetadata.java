package org.corridor.auth.application;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.corridor.auth.domain.ApiClient;
import org.corridor.auth.domain.Permissions;

/** What this server can do, for clients to find out (OpenID Connect Discovery; RFC 8414). */
@ApplicationScoped
public class ServerMetadata {

  private final AuthSettings settings;

  @Inject
  public ServerMetadata(AuthSettings settings) {
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected ServerMetadata() {
    this(null);
  }

  /** As JSON; one document serves both standards. */
  public String json() {
    var metadata =
        new OIDCProviderMetadata(
            new Issuer(settings.issuer()), List.of(SubjectType.PUBLIC), settings.endpoint("/jwks"));
    var algorithms =
        ClientKeys.ALGORITHMS.stream().sorted(Comparator.comparing(JWSAlgorithm::getName)).toList();
    metadata.setAuthorizationEndpointURI(settings.endpoint("/authorize"));
    metadata.setTokenEndpointURI(settings.endpoint("/token"));
    metadata.setRevocationEndpointURI(settings.endpoint("/revoke"));
    metadata.setIntrospectionEndpointURI(settings.endpoint("/introspect"));
    metadata.setUserInfoEndpointURI(settings.endpoint("/userinfo"));
    metadata.setEndSessionEndpointURI(settings.endpoint("/end-session"));
    metadata.setPushedAuthorizationRequestEndpointURI(settings.endpoint("/par"));
    metadata.setDPoPJWSAlgs(algorithms);
    if (settings.asksForCertificates()) {
      metadata.setSupportsTLSClientCertificateBoundAccessTokens(true);
    }
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setResponseModes(List.of(ResponseMode.QUERY));
    metadata.setGrantTypes(
        List.of(
            GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS));
    metadata.setACRs(List.of(new ACR(Proof.ACR_PASSWORD), new ACR(Proof.ACR_TWO_FACTORS)));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    var methods =
        List.of(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT,
            ClientAuthenticationMethod.NONE);
    metadata.setTokenEndpointJWSAlgs(algorithms);
    metadata.setRevocationEndpointJWSAlgs(algorithms);
    metadata.setIntrospectionEndpointJWSAlgs(algorithms);
    metadata.setTokenEndpointAuthMethods(methods);
    metadata.setRevocationEndpointAuthMethods(methods);
    metadata.setIntrospectionEndpointAuthMethods(
        methods.stream().filter(way -> !way.equals(ClientAuthenticationMethod.NONE)).toList());
    metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
    metadata.setClaims(
        List.of(
            "sub",
            "iss",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "sid",
            "name",
            "preferred_username",
            "email"));
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    metadata.setSupportsRequestURIParam(false);
    metadata.setSupportsRequestParam(false);
    metadata.setUILocales(List.of(english()));
    var scopes = new TreeSet<>(Permissions.all());
    scopes.addAll(ApiClient.IDENTITY);
    metadata.setScopes(new Scope(scopes.toArray(String[]::new)));
    return metadata.toJSONObject().toJSONString();
  }

  private static LangTag english() {
    try {
      return new LangTag("en");
    } catch (LangTagException e) {
      throw new IllegalStateException("en is a language", e);
    }
  }
}
