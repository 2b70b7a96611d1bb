package org.corridor.platform.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM (NIST SP 800-38D), with a random nonce before each ciphertext. */
final class AesGcm {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static byte[] encrypt(SecretKey key, SecretName name, byte[] secret)
      throws GeneralSecurityException {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, name).doFinal(secret);
    return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
  }

  static byte[] decrypt(SecretKey key, SecretName name, byte[] both)
      throws GeneralSecurityException {
    if (both.length < NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    var nonce = new byte[NONCE_BYTES];
    System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, name)
        .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, SecretName name)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.associatedData());
    return cipher;
  }
}
