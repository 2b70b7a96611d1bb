package org.corridor.notification.infrastructure.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message so that only the device can read it, not the push service on the way (RFC
 * 8291), in one record of the content coding aes128gcm (RFC 8188).
 */
final class PushEncryption {

  /** A push service takes 4096 bytes at least (RFC 8030, section 7.2), this header included. */
  private static final int RECORD_SIZE = 4_096;

  private static final int SALT = 16;
  private static final int KEY = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  private PushEncryption() {}

  /**
   * @param key the device's public key, an uncompressed point
   * @param secret the device's authentication secret
   */
  static byte[] encrypt(byte[] text, byte[] key, byte[] secret) throws GeneralSecurityException {
    var salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    var own = P256.generate();
    var ownPublic = P256.bytes((ECPublicKey) own.getPublic());

    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(P256.publicKey(key), true);
    var info = concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), key, ownPublic);
    var keyMaterial = expand(mac(secret, agreement.generateSecret()), info, 32);

    var pseudoRandom = mac(salt, keyMaterial);
    var contentKey = expand(pseudoRandom, ascii("Content-Encoding: aes128gcm\0"), KEY);
    var nonce = expand(pseudoRandom, ascii("Content-Encoding: nonce\0"), NONCE);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(contentKey, "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    var encrypted = cipher.doFinal(concat(text, new byte[] {LAST_RECORD}));
    return concat(salt, header(ownPublic), encrypted);
  }

  private static byte[] header(byte[] ownPublic) {
    return ByteBuffer.allocate(Integer.BYTES + 1 + ownPublic.length)
        .putInt(RECORD_SIZE)
        .put((byte) ownPublic.length)
        .put(ownPublic)
        .array();
  }

  /** HKDF's second step (RFC 5869, section 2.3) for up to one block. */
  private static byte[] expand(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(mac(key, concat(info, new byte[] {1})), length);
  }

  private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
