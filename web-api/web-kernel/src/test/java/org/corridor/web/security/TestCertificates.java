package org.corridor.web.security;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Certificates of nobody, which sign themselves. */
final class TestCertificates {

  private TestCertificates() {}

  /**
   * @param name {@code program}, {@code other}, or {@code gateway}
   */
  static X509Certificate read(String name) throws CertificateException, IOException {
    try (var in = TestCertificates.class.getResourceAsStream(name + ".pem")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
