package org.corridor.auth.infrastructure;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import javax.sql.DataSource;
import org.corridor.auth.application.SigningKeys;

/**
 * The signing keys in a row of the context's database, the same for all replicas: an encrypted JWK
 * set (RFC 7517, section 7), under a password that stands in the configuration only.
 *
 * <p>Not a PKCS #12 file: that keeps a private key only beside a certificate, which nothing here
 * needs and the JDK cannot make.
 */
@ApplicationScoped
public class DatabaseSigningKeys implements SigningKeys {

  private static final int RSA_BITS = 2_048;
  private static final int SALT_BYTES = 16;

  /** OWASP Password Storage Cheat Sheet, for PBKDF2 with HMAC-SHA-512. */
  private static final int ITERATIONS = 210_000;

  private final DataSource dataSource;
  private final String password;
  private volatile Loaded loaded;

  private record Loaded(JWKSet publicKeys, String keyId, JWSSigner signer) {}

  @Inject
  public DatabaseSigningKeys(AuthDataSource dataSource, KeyStorePassword password) {
    this.dataSource = dataSource.get();
    this.password = password.value();
  }

  /** For the container's proxy. */
  protected DatabaseSigningKeys() {
    this.dataSource = null;
    this.password = null;
  }

  @Override
  public JWKSet publicKeys() {
    return loaded().publicKeys();
  }

  @Override
  public SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
    var keys = loaded();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(keys.keyId()).build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(keys.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
    return jwt;
  }

  /**
   * Reads the keys, or makes them at the very first start. If replicas start together, the first to
   * write has made them for all.
   *
   * @throws IllegalStateException if the configured password does not open them
   */
  void load() {
    try (var connection = dataSource.getConnection()) {
      var kept = read(connection);
      if (kept == null) {
        writeIfFirst(connection, encrypt(generate()));
        kept = read(connection);
      }
      loaded = open(decrypt(kept));
    } catch (SQLException | JOSEException e) {
      throw new IllegalStateException("cannot get the signing keys", e);
    }
  }

  private Loaded loaded() {
    if (loaded == null) {
      load();
    }
    return loaded;
  }

  private static Loaded open(JWKSet keys) throws JOSEException {
    RSAKey current = keys.getKeys().get(0).toRSAKey();
    return new Loaded(keys.toPublicJWKSet(), current.getKeyID(), new RSASSASigner(current));
  }

  private static JWKSet generate() throws JOSEException {
    return new JWKSet(
        new RSAKeyGenerator(RSA_BITS)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .keyIDFromThumbprint(true)
            .generate());
  }

  private String encrypt(JWKSet keys) throws JOSEException {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM)
            .contentType(JWKSet.MIME_TYPE)
            .build();
    var jwe = new JWEObject(header, new Payload(keys.toString(false)));
    jwe.encrypt(new PasswordBasedEncrypter(password, SALT_BYTES, ITERATIONS));
    return jwe.serialize();
  }

  private JWKSet decrypt(String kept) {
    try {
      var jwe = JWEObject.parse(kept);
      jwe.decrypt(new PasswordBasedDecrypter(password));
      return JWKSet.parse(jwe.getPayload().toString());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(
          "corridor.auth.key-store-password does not open the signing keys in the database", e);
    }
  }

  private static String read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("select encrypted from signing_key");
        var rows = select.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static void writeIfFirst(Connection connection, String encrypted) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into signing_key (id, encrypted) values (1, ?) on conflict do nothing")) {
      insert.setString(1, encrypted);
      insert.executeUpdate();
    }
  }
}
