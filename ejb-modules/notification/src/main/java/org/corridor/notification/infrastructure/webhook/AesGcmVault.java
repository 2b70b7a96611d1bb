package org.corridor.notification.infrastructure.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.corridor.notification.application.webhook.SecretVault;

/**
 * AES-256-GCM (NIST SP 800-38D) under the key of the configuration, with a random nonce before each
 * ciphertext. The endpoint's id is authenticated too: a row's secret is good for no other row.
 */
@ApplicationScoped
public class AesGcmVault implements SecretVault {

  private static final String KEY = "corridor.notification.webhook.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  @Inject
  public AesGcmVault(WebhookSettings settings) {
    this.key = settings.key().map(AesGcmVault::key).orElse(null);
  }

  /** For the container's proxy. */
  protected AesGcmVault() {
    this.key = null;
  }

  @Override
  public boolean isOpen() {
    return key != null;
  }

  @Override
  public String seal(UUID endpointId, String secret) {
    try {
      var nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      var encrypted =
          cipher(Cipher.ENCRYPT_MODE, endpointId, nonce)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted);
      return Base64.getEncoder().encodeToString(all.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be encrypted", e);
    }
  }

  @Override
  public String unseal(UUID endpointId, String ciphertext) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(ciphertext));
      var nonce = new byte[NONCE_BYTES];
      bytes.get(nonce);
      var encrypted = new byte[bytes.remaining()];
      bytes.get(encrypted);
      var secret = cipher(Cipher.DECRYPT_MODE, endpointId, nonce).doFinal(encrypted);
      return new String(secret, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the secret of " + endpointId + " was not encrypted with this " + KEY, e);
    }
  }

  private Cipher cipher(int mode, UUID endpointId, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(endpointId.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static SecretKeySpec key(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64.strip());
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(KEY + " is not in base64", e);
    }
    throw new IllegalStateException(KEY + " must be 32 bytes in base64");
  }
}
