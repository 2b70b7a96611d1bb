package org.corridor.auth.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerMetadataTest {

  private static final String ISSUER = "https://corridor.test/api/auth/v1";

  @Test
  void namesEveryEndpointAndWhatIsTakenThere() throws Exception {
    var hour = Duration.ofHours(1);
    var settings = new AuthSettings(URI.create(ISSUER), hour, hour, hour, false);

    var metadata = OIDCProviderMetadata.parse(new ServerMetadata(settings).json());

    assertThat(metadata.getIssuer().getValue()).isEqualTo(ISSUER);
    assertThat(metadata.getJWKSetURI()).hasToString(ISSUER + "/jwks");
    assertThat(metadata.getAuthorizationEndpointURI()).hasToString(ISSUER + "/authorize");
    assertThat(metadata.getTokenEndpointURI()).hasToString(ISSUER + "/token");
    assertThat(metadata.getRevocationEndpointURI()).hasToString(ISSUER + "/revoke");
    assertThat(metadata.getIntrospectionEndpointURI()).hasToString(ISSUER + "/introspect");
    assertThat(metadata.getUserInfoEndpointURI()).hasToString(ISSUER + "/userinfo");
    assertThat(metadata.getEndSessionEndpointURI()).hasToString(ISSUER + "/end-session");
    assertThat(metadata.getPushedAuthorizationRequestEndpointURI()).hasToString(ISSUER + "/par");
    assertThat(metadata.getResponseTypes()).containsExactly(ResponseType.CODE);
    assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
    assertThat(metadata.getGrantTypes())
        .containsExactlyInAnyOrder(
            GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);
    assertThat(metadata.getTokenEndpointAuthMethods())
        .contains(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    assertThat(metadata.getIntrospectionEndpointAuthMethods())
        .doesNotContain(ClientAuthenticationMethod.NONE);
    assertThat(metadata.getTokenEndpointJWSAlgs())
        .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    assertThat(metadata.getDPoPJWSAlgs())
        .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(metadata.supportsTLSClientCertificateBoundAccessTokens()).isFalse();
  }

  @Test
  void saysThatTokensCanBeBoundToACertificateWhereOneIsAskedFor() throws Exception {
    var hour = Duration.ofHours(1);
    var settings = new AuthSettings(URI.create(ISSUER), hour, hour, hour, true);

    var metadata = OIDCProviderMetadata.parse(new ServerMetadata(settings).json());

    assertThat(metadata.supportsTLSClientCertificateBoundAccessTokens()).isTrue();
  }
}
