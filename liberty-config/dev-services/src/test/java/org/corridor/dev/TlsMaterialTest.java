package org.corridor.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsMaterialTest {
  private static final String PASSWORD = "a-password-of-the-test";

  @TempDir Path directory;

  @Test
  void isValidForThisMachineByNameAndByAddress() throws Exception {
    var tls = TlsMaterial.in(directory, PASSWORD);

    assertThat(certificate(tls).getSubjectAlternativeNames())
        .extracting(name -> name.get(1).toString())
        .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
  }

  @Test
  void isKeptAtTheNextStart() throws Exception {
    var first = certificate(TlsMaterial.in(directory, PASSWORD));

    assertThat(certificate(TlsMaterial.in(directory, PASSWORD))).isEqualTo(first);
  }

  @Test
  void isMadeAnewWhenItWasHalfDone() throws Exception {
    var first = certificate(TlsMaterial.in(directory, PASSWORD));
    Files.delete(directory.resolve("key.pem"));

    assertThat(certificate(TlsMaterial.in(directory, PASSWORD))).isNotEqualTo(first);
  }

  @Test
  void keepsItsKeyBehindThePassword() {
    var tls = TlsMaterial.in(directory, PASSWORD);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> load(tls.keyStore(), "a guess".toCharArray()));
  }

  @Test
  void isTrustedByTheJdkWithoutAPassword() throws Exception {
    var tls = TlsMaterial.in(directory, PASSWORD);

    var trusted = load(tls.trustStore(), null);

    assertThat(trusted.getCertificate("corridor")).isEqualTo(certificate(tls));
  }

  @Test
  void issuesCertificatesToProgramsAndKeepsThem() throws Exception {
    var tls = TlsMaterial.in(directory, PASSWORD);
    var first = certificate(tls.certificateOf("payroll").certificatePem());

    first.verify(certificate(tls).getPublicKey());
    assertThat(first.getSubjectX500Principal().getName()).startsWith("CN=payroll,");
    assertThat(first.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    var again = TlsMaterial.in(directory, PASSWORD).certificateOf("payroll");
    assertThat(certificate(again.certificatePem())).isEqualTo(first);
  }

  private static KeyStore load(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  private static X509Certificate certificate(TlsMaterial tls)
      throws IOException, GeneralSecurityException {
    return certificate(tls.certificatePem());
  }

  private static X509Certificate certificate(Path pem)
      throws IOException, GeneralSecurityException {
    try (var in = Files.newInputStream(pem)) {
      Collection<?> all = CertificateFactory.getInstance("X.509").generateCertificates(in);
      return (X509Certificate) List.copyOf(all).get(0);
    }
  }
}
