package org.corridor.auth.infrastructure;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/** Encrypts JWK sets under a password (RFC 7517, section 7). */
final class PasswordSealing {

  private static final int SALT_BYTES = 16;

  /** OWASP Password Storage Cheat Sheet, for PBKDF2 with HMAC-SHA-512. */
  private static final int ITERATIONS = 210_000;

  private final String password;

  PasswordSealing(KeyStorePassword password) {
    this.password = password.value();
  }

  String seal(String jwkSet) throws JOSEException {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM)
            .contentType(JWKSet.MIME_TYPE)
            .build();
    var jwe = new JWEObject(header, new Payload(jwkSet));
    jwe.encrypt(new PasswordBasedEncrypter(password, SALT_BYTES, ITERATIONS));
    return jwe.serialize();
  }

  /**
   * @throws IllegalStateException if it was not sealed under this password
   */
  JWKSet open(String sealed) {
    try {
      var jwe = JWEObject.parse(sealed);
      jwe.decrypt(new PasswordBasedDecrypter(password));
      return JWKSet.parse(jwe.getPayload().toString());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(
          "corridor.auth.key-store-password does not open the signing keys in the database", e);
    }
  }
}
