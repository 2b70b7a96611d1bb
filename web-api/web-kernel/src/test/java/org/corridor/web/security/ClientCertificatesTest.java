package org.corridor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientCertificatesTest {

  private static X509Certificate program;
  private static X509Certificate other;
  private static X509Certificate gateway;

  private final ClientCertificates behind =
      new ClientCertificates(new X500Principal("CN=gateway, O=Corridor"), "Client-Cert");
  private final ClientCertificates alone = new ClientCertificates(null, "Client-Cert");

  @BeforeAll
  static void read() throws CertificateException, IOException {
    program = TestCertificates.read("program");
    other = TestCertificates.read("other");
    gateway = TestCertificates.read("gateway");
  }

  @Test
  void isTheOneOfTheConnection() throws CertificateException {
    for (var certificates : List.of(behind, alone)) {
      assertThat(certificates.shown(chain(program), List.of())).contains(program);
      assertThat(certificates.shown(null, List.of())).isEmpty();
      assertThat(certificates.shown(new X509Certificate[0], List.of())).isEmpty();
    }
  }

  @Test
  void isWhatTheGatewayWasShownInBothForms() throws CertificateException {
    assertThat(behind.shown(chain(gateway), List.of(asInTheStandard(program)))).contains(program);
    assertThat(behind.shown(chain(gateway), List.of(asOfNginx(program)))).contains(program);
    assertThat(behind.shown(chain(gateway), List.of())).isEmpty();
  }

  @Test
  void nobodyButTheGatewayIsBelieved() throws CertificateException {
    var said = List.of(asInTheStandard(program));

    assertThat(behind.shown(chain(other), said)).contains(other);
    assertThat(behind.shown(null, said)).isEmpty();
    assertThat(alone.shown(chain(gateway), said)).contains(gateway);
    assertThat(alone.shown(null, said)).isEmpty();
  }

  static Stream<Arguments> unreadable() throws CertificateException {
    var good = asInTheStandard(program);
    return Stream.of(
        Arguments.of("nothing", List.of("")),
        Arguments.of("a colon", List.of(":")),
        Arguments.of("no bytes", List.of("::")),
        Arguments.of("no base64", List.of(":not base64!:")),
        Arguments.of("no certificate", List.of(":AAAA:")),
        Arguments.of("half of one", List.of(good.substring(0, 200) + ":")),
        Arguments.of("one and more", List.of(twice(program))),
        Arguments.of("no end", List.of(good.substring(0, good.length() - 1))),
        Arguments.of("two of them", List.of(good, good)),
        Arguments.of("two in one", List.of(good + ", " + good)),
        Arguments.of("a bad escape", List.of("-----BEGIN%2")),
        Arguments.of("PEM of nothing", List.of("-----BEGIN CERTIFICATE-----")),
        Arguments.of("a plus for a blank", List.of(asOfNginx(program) + "+x")),
        Arguments.of("a key", List.of(asOfNginx(program).replace("CERTIFICATE", "PUBLIC KEY"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void refusesWhatIsNotOneCertificate(String what, List<String> said) {
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> behind.shown(chain(gateway), said));
  }

  private static X509Certificate[] chain(X509Certificate certificate) {
    return new X509Certificate[] {certificate};
  }

  private static String asInTheStandard(X509Certificate certificate) throws CertificateException {
    return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
  }

  private static String twice(X509Certificate certificate) throws CertificateException {
    var once = certificate.getEncoded();
    var twice = new byte[2 * once.length];
    System.arraycopy(once, 0, twice, 0, once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    return ":" + Base64.getEncoder().encodeToString(twice) + ":";
  }

  private static String asOfNginx(X509Certificate certificate) throws CertificateException {
    var pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
  }
}
