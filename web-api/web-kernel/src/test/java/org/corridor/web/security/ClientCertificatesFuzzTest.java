package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.security.auth.x500.X500Principal;

class ClientCertificatesFuzzTest {

  private final ClientCertificates certificates =
      new ClientCertificates(new X500Principal("CN=gateway, O=Corridor"), "Client-Cert");
  private final X509Certificate[] gateway;

  ClientCertificatesFuzzTest() throws CertificateException, IOException {
    gateway = new X509Certificate[] {TestCertificates.read("gateway")};
  }

  /** Whatever a header says is one certificate or refused as none, and never an accident. */
  @FuzzTest
  void readsTheGatewaysWord(FuzzedDataProvider data) {
    var bytes = data.consumeRemainingAsBytes();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);

    isReadable(":" + Base64.getEncoder().encodeToString(bytes) + ":");
    isReadable(text);
    assertThat(isReadable("," + text)).isFalse();
  }

  private boolean isReadable(String said) {
    try {
      return certificates.shown(gateway, List.of(said)).isPresent();
    } catch (CertificateException refused) {
      return false;
    }
  }
}
