package org.corridor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.x500.X500Principal;

/**
 * The certificates that callers show in TLS, to which tokens can be bound (RFC 8705).
 *
 * <p>It is the one of the connection, unless that is the gateway's, which has ended the caller's
 * TLS and says in a header what it was shown there. Who believes that header on any other
 * connection believes everybody; so the gateway is known by its certificate and not by its address.
 */
public final class ClientCertificates {

  private static final Logger LOG = Logger.getLogger(ClientCertificates.class.getName());
  private static final String OF_CONNECTION = "jakarta.servlet.request.X509Certificate";
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private final X500Principal gateway;
  private final String header;

  /**
   * @param gateway the subject of its certificate; null if there is none
   * @param header in which it says what it was shown
   */
  ClientCertificates(X500Principal gateway, String header) {
    this.gateway = gateway;
    this.header = header;
  }

  /** In which the gateway says what it was shown. */
  String header() {
    return header;
  }

  /**
   * What the caller has shown; empty if that is nothing.
   *
   * @throws CertificateException if the gateway's word cannot be read
   */
  public static Optional<X509Certificate> of(HttpServletRequest request)
      throws CertificateException {
    var certificates = TokenSettings.certificates();
    try {
      return certificates.shown(
          request.getAttribute(OF_CONNECTION),
          Collections.list(request.getHeaders(certificates.header)));
    } catch (CertificateException e) {
      LOG.log(Level.WARNING, "the gateway's header " + certificates.header + " is unreadable", e);
      throw e;
    }
  }

  /**
   * @param ofConnection as the container tells it: the certificate and its issuers', or null
   * @param said all headers of the gateway's name
   */
  Optional<X509Certificate> shown(Object ofConnection, List<String> said)
      throws CertificateException {
    if (!(ofConnection instanceof X509Certificate[] chain) || chain.length == 0) {
      return Optional.empty();
    }
    if (!chain[0].getSubjectX500Principal().equals(gateway)) {
      return Optional.of(chain[0]);
    }
    if (said.isEmpty()) {
      return Optional.empty();
    }
    if (said.size() != 1) {
      throw new CertificateException("more than one");
    }
    return Optional.of(read(said.get(0).strip()));
  }

  /** Whether a token that is bound to this thumbprint is its bearer's. */
  static boolean isOf(X509Certificate certificate, String thumbprint)
      throws CertificateEncodingException {
    return MessageDigest.isEqual(
        thumbprint.getBytes(StandardCharsets.UTF_8),
        Base64.getUrlEncoder().withoutPadding().encode(Sha256.of(certificate.getEncoded())));
  }

  /** As RFC 9440 has it, or in the form of nginx: PEM, percent-encoded. */
  private static X509Certificate read(String text) throws CertificateException {
    try {
      var der =
          text.length() > 1 && text.startsWith(":") && text.endsWith(":")
              ? Base64.getDecoder().decode(text.substring(1, text.length() - 1))
              : fromPem(URLDecoder.decode(text, StandardCharsets.US_ASCII).strip());
      var in = new ByteArrayInputStream(der);
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (in.available() == 0 && certificate instanceof X509Certificate readable) {
        return readable;
      }
    } catch (IllegalArgumentException e) {
      throw new CertificateException("in no known form", e);
    }
    throw new CertificateException("not one certificate");
  }

  private static byte[] fromPem(String pem) throws CertificateException {
    if (!pem.startsWith(BEGIN)
        || !pem.endsWith(END)
        || pem.length() < BEGIN.length() + END.length()) {
      throw new CertificateException("in no known form");
    }
    var body = pem.substring(BEGIN.length(), pem.length() - END.length());
    return Base64.getDecoder().decode(body.replaceAll("[\\r\\n]", ""));
  }
}
