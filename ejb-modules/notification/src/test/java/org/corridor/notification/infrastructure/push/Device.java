package org.corridor.notification.infrastructure.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a push message (RFC 8188, section 2; RFC 8291, section 3). */
final class Device {

  private static final int SALT = 16;

  private final KeyPair keys = P256.generate();
  private final byte[] secret = new byte[16];

  Device() throws GeneralSecurityException {
    new SecureRandom().nextBytes(secret);
  }

  String key() {
    return encoded(publicKey());
  }

  String secret() {
    return encoded(secret);
  }

  byte[] decrypt(byte[] body) throws GeneralSecurityException {
    var buffer = ByteBuffer.wrap(body);
    var salt = new byte[SALT];
    buffer.get(salt);
    var recordSize = buffer.getInt();
    var sender = new byte[buffer.get()];
    buffer.get(sender);
    var encrypted = new byte[buffer.remaining()];
    buffer.get(encrypted);
    if (encrypted.length > recordSize) {
      throw new GeneralSecurityException("more than one record");
    }
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(P256.publicKey(sender), true);
    var material =
        hkdf(
            secret,
            agreement.generateSecret(),
            concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), publicKey(), sender),
            32);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(hkdf(salt, material, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
        new GCMParameterSpec(128, hkdf(salt, material, ascii("Content-Encoding: nonce\0"), 12)));
    var padded = cipher.doFinal(encrypted);
    if (padded[padded.length - 1] != 2) {
      throw new GeneralSecurityException("not the last record");
    }
    return Arrays.copyOf(padded, padded.length - 1);
  }

  private byte[] publicKey() {
    return P256.bytes((ECPublicKey) keys.getPublic());
  }

  private static byte[] hkdf(byte[] salt, byte[] material, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(mac(mac(salt, material), concat(info, new byte[] {1})), length);
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

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
