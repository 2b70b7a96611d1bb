package org.corridor.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} and the loopback addresses that signs itself, made by the
 * JDK's keytool at the first start: key store and trust store for Liberty, PEM files for nginx and
 * {@code curl --cacert}.
 */
public final class TlsMaterial {
  private static final String ALIAS = "corridor";

  /** Browsers and Apple's systems refuse longer ones. */
  private static final int VALID_DAYS = 397;

  private static final Duration RENEW_BEFORE = Duration.ofDays(14);

  /** Without it the certificate is no issuer for those whom OpenSSL looks at. */
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private final Path directory;
  private final String password;

  private TlsMaterial(Path directory, String password) {
    this.directory = directory.toAbsolutePath();
    this.password = password;
  }

  /** What stands in the directory; made anew where missing or about to expire. */
  public static TlsMaterial in(Path directory, String password) {
    var material = new TlsMaterial(directory, password);
    try {
      if (!material.usable()) {
        PrivateFiles.deleteTree(directory);
        PrivateFiles.createDirectories(directory);
        material.make();
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new DevServicesException("Cannot make the TLS certificate in " + directory, e);
    }
    return material;
  }

  public Path keyStore() {
    return directory.resolve("key.p12");
  }

  public Path trustStore() {
    return directory.resolve("trust.p12");
  }

  /** What {@code curl --cacert} takes. */
  public Path certificatePem() {
    return directory.resolve("ca.pem");
  }

  Path keyPem() {
    return directory.resolve("key.pem");
  }

  /** The certificate of a program, which descends from this one; made where missing. */
  public synchronized ClientCertificate certificateOf(String name) {
    var certificate = new ClientCertificate(directory, name, ALIAS, password);
    if (!certificate.isThere()) {
      try {
        certificate.make(keyStore(), VALID_DAYS);
      } catch (IOException | GeneralSecurityException e) {
        throw new DevServicesException("Cannot make the certificate of " + name, e);
      }
    }
    return certificate;
  }

  String password() {
    return password;
  }

  /** Trusts this certificate and no other; for the HTTP clients of tests and tools. */
  public SSLContext sslContext() {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load(trustStore()));
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new DevServicesException("Cannot read " + trustStore(), e);
    }
  }

  /** Answers as {@code localhost}; for servers of tests that the platform calls. */
  public SSLContext serverContext() {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(keyStore()), password.toCharArray());
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new DevServicesException("Cannot read " + keyStore(), e);
    }
  }

  private boolean usable() throws IOException, GeneralSecurityException {
    if (!Files.exists(keyPem())) {
      return false;
    }
    var certificate = (X509Certificate) load(keyStore()).getCertificate(ALIAS);
    return certificate != null
        && certificate.getExtendedKeyUsage().contains(CLIENT_AUTHENTICATION)
        && certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(RENEW_BEFORE));
  }

  private void make() throws IOException, GeneralSecurityException {
    keytool(
        "-genkeypair",
        "-alias",
        ALIAS,
        "-keystore",
        keyStore().toString(),
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-sigalg",
        "SHA256withECDSA",
        "-validity",
        Integer.toString(VALID_DAYS),
        "-dname",
        "CN=localhost,O=Corridor on this machine",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1,ip:::1",
        "-ext",
        "KeyUsage=digitalSignature,keyCertSign",
        "-ext",
        "ExtendedKeyUsage=serverAuth,clientAuth",
        "-ext",
        "BasicConstraints:critical=ca:true");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        ALIAS,
        "-keystore",
        keyStore().toString(),
        "-file",
        certificatePem().toString());
    PrivateFiles.restrict(keyStore());
    // Neither encrypted nor sealed: it holds nothing secret, and the JDK opens it by its path
    // alone.
    keytool(
        "-importcert",
        "-noprompt",
        "-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE",
        "-J-Dkeystore.pkcs12.macAlgorithm=NONE",
        "-alias",
        ALIAS,
        "-keystore",
        trustStore().toString(),
        "-file",
        certificatePem().toString());
    var key = load(keyStore()).getKey(ALIAS, password.toCharArray());
    // Last, because usable() takes it for the sign that all the others are there.
    PrivateFiles.write(keyPem(), ClientCertificate.pem(key.getEncoded()));
  }

  private KeyStore load(Path store) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password.toCharArray());
    }
    return keys;
  }

  private void keytool(String... arguments) throws IOException {
    Keytool.run(password, arguments);
  }
}
