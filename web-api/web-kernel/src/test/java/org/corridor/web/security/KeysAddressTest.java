package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysAddressTest {

  private static final URI ISSUER = URI.create("https://idp.test/realms/bank");

  private URL asked;
  private String metadata;
  private final KeysAddress address = KeysAddress.discoveredOf(ISSUER, this::read);

  @Test
  void isWhatTheIssuersMetadataSays() throws IOException {
    metadata =
        """
        {"issuer":"https://idp.test/realms/bank","jwks_uri":"https://keys.idp.test/bank",
         "subject_types_supported":["public"]}""";

    assertThat(address.find()).hasToString("https://keys.idp.test/bank");
    assertThat(asked).hasToString("https://idp.test/realms/bank/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"issuer\":\"https://idp.test/realms/bank\"}",
        "{\"issuer\":\"https://idp.test/realms/other\",\"jwks_uri\":\"https://idp.test/keys\"}",
        "{\"issuer\":\"https://idp.test/realms/bank\",\"jwks_uri\":\"http://idp.test/keys\"}",
        "{\"issuer\":\"https://idp.test/realms/bank\",\"jwks_uri\":\"file:/etc/keys\"}",
      })
  void isNowhereIfTheMetadataAreOfAnotherOrSayNothingSafe(String text) {
    metadata = text;

    assertThatThrownBy(address::find).isInstanceOf(IOException.class);
  }

  private Resource read(URL url) {
    asked = url;
    return new Resource(metadata, "application/json");
  }
}
