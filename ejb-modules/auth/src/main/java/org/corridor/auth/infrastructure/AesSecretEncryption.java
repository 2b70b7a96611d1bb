package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.corridor.auth.application.SecretEncryption;
import org.corridor.platform.secrets.SecretName;
import org.corridor.platform.secrets.Secrets;

/**
 * With the platform's secrets where they are configured; AES-256-GCM under a key that is derived
 * from the key-store password otherwise. What the other way has sealed opens too.
 */
@ApplicationScoped
public class AesSecretEncryption implements SecretEncryption {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String DERIVATION = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** So that this key is of use for nothing else. */
  private static final String PURPOSE = "corridor auth secret encryption";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final Secrets secrets;

  @Inject
  public AesSecretEncryption(KeyStorePassword password, Secrets secrets) {
    this.key = derive(password);
    this.secrets = secrets;
  }

  /** Under the password alone. */
  public AesSecretEncryption(KeyStorePassword password) {
    this(password, Secrets.none());
  }

  /** For the container's proxy. */
  protected AesSecretEncryption() {
    this.key = null;
    this.secrets = null;
  }

  @Override
  public String encrypt(String owner, byte[] secret) {
    if (secrets.isConfigured()) {
      return secrets.seal(name(owner), secret);
    }
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
      var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(both.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt a secret", e);
    }
  }

  @Override
  public byte[] decrypt(String owner, String encrypted) {
    if (secrets.isSealed(encrypted)) {
      return secrets.open(name(owner), encrypted);
    }
    var both = Base64.getDecoder().decode(encrypted);
    var nonce = new byte[NONCE_BYTES];
    System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, owner)
          .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "corridor.auth.key-store-password does not open a secret in the database", e);
    }
  }

  /** False if it should be encrypted anew. */
  boolean isCurrent(String encrypted) {
    return secrets.isConfigured() ? secrets.isCurrent(encrypted) : !secrets.isSealed(encrypted);
  }

  private static SecretName name(String owner) {
    return new SecretName("auth.second-factor", owner);
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKeySpec derive(KeyStorePassword password) {
    try {
      var mac = Mac.getInstance(DERIVATION);
      mac.init(new SecretKeySpec(password.value().getBytes(StandardCharsets.UTF_8), DERIVATION));
      return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + DERIVATION, e);
    }
  }
}
