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
import org.corridor.platform.secrets.SecretName;
import org.corridor.platform.secrets.Secrets;

/**
 * With the platform's secrets where they are configured; AES-256-GCM (NIST SP 800-38D) under the
 * key of the configuration otherwise, with a random nonce before each ciphertext. What the other
 * way has sealed opens too. The endpoint's id is authenticated: a row's secret is good for no other
 * row.
 */
@ApplicationScoped
public class AesGcmVault implements SecretVault {

  private static final String KEY = "corridor.notification.webhook.key";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final Secrets secrets;

  @Inject
  public AesGcmVault(WebhookSettings settings, Secrets secrets) {
    this.secrets = secrets;
    this.key = settings.key().map(AesGcmVault::key).orElse(null);
  }

  /** Under the configured key alone. */
  AesGcmVault(WebhookSettings settings) {
    this(settings, Secrets.none());
  }

  /** For the container's proxy. */
  protected AesGcmVault() {
    this.key = null;
    this.secrets = null;
  }

  @Override
  public boolean isOpen() {
    return key != null || secrets.isConfigured();
  }

  @Override
  public String seal(UUID endpointId, String secret) {
    if (secrets.isConfigured()) {
      return secrets.seal(name(endpointId), secret.getBytes(StandardCharsets.UTF_8));
    }
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
    if (secrets.isSealed(ciphertext)) {
      return new String(secrets.open(name(endpointId), ciphertext), StandardCharsets.UTF_8);
    }
    if (key == null) {
      throw new IllegalStateException("the secret of " + endpointId + " needs the setting " + KEY);
    }
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

  /** False if it should be sealed anew. */
  public boolean isCurrent(String ciphertext) {
    return secrets.isConfigured() ? secrets.isCurrent(ciphertext) : !secrets.isSealed(ciphertext);
  }

  private static SecretName name(UUID endpointId) {
    return new SecretName("notification.webhook", endpointId.toString());
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
