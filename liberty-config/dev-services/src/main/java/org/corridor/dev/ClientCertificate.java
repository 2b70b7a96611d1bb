package org.corridor.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/**
 * A certificate by which a program shows in TLS that it is itself, with its key: a PKCS #12 store,
 * and PEM files for those who read no other ones.
 */
public final class ClientCertificate {
  private static final String ALIAS = "client";

  /** The one that has issued it stands in the same store while it is made. */
  private final String issuer;

  private final Path directory;
  private final String name;
  private final String password;

  ClientCertificate(Path directory, String name, String issuer, String password) {
    this.directory = directory;
    this.name = name;
    this.issuer = issuer;
    this.password = password;
  }

  /** What a certificate says of whom it belongs to. */
  static String subject(String name) {
    return "CN=" + name + ",O=Corridor on this machine";
  }

  /** What it shows. */
  public Path certificatePem() {
    return directory.resolve(name + ".cert.pem");
  }

  Path keyPem() {
    return directory.resolve(name + ".key.pem");
  }

  private Path store() {
    return directory.resolve(name + ".p12");
  }

  /** For the TLS of a Java program. */
  public KeyManagerFactory keys() {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(load(), password.toCharArray());
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new DevServicesException("Cannot read " + store(), e);
    }
  }

  boolean isThere() {
    return Files.exists(keyPem());
  }

  /**
   * @param issuerStore with the key and the certificate that it shall descend from
   */
  void make(Path issuerStore, int validDays) throws IOException, GeneralSecurityException {
    Files.deleteIfExists(store());
    Files.copy(issuerStore, store());
    PrivateFiles.restrict(store());
    keytool(
        "-genkeypair",
        "-alias",
        ALIAS,
        "-signer",
        issuer,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-sigalg",
        "SHA256withECDSA",
        "-validity",
        Integer.toString(validDays),
        "-dname",
        subject(name),
        "-ext",
        "KeyUsage=digitalSignature",
        "-ext",
        "ExtendedKeyUsage=clientAuth");
    keytool("-delete", "-alias", issuer);
    keytool("-exportcert", "-rfc", "-alias", ALIAS, "-file", certificatePem().toString());
    var key = load().getKey(ALIAS, password.toCharArray());
    // Last, because isThere() takes it for the sign that all the others are there.
    PrivateFiles.write(keyPem(), pem(key.getEncoded()));
  }

  static String pem(byte[] privateKey) {
    var body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(privateKey);
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      keys.load(in, password.toCharArray());
    }
    return keys;
  }

  private void keytool(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-keystore", store().toString()));
    Keytool.run(password, all.toArray(String[]::new));
  }
}
