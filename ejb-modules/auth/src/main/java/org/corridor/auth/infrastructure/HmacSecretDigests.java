package org.corridor.auth.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.corridor.auth.application.SecretDigests;

/** HMAC-SHA-256 under a key that is derived from the key-store password. */
@ApplicationScoped
public class HmacSecretDigests implements SecretDigests {

  private static final String ALGORITHM = "HmacSHA256";

  /** So that this key is of use for nothing else. */
  private static final String PURPOSE = "corridor auth secret digests";

  private final byte[] key;

  @Inject
  public HmacSecretDigests(KeyStorePassword password) {
    this.key = mac(password.value().getBytes(StandardCharsets.UTF_8), PURPOSE);
  }

  /** For the container's proxy. */
  protected HmacSecretDigests() {
    this.key = null;
  }

  @Override
  public String of(String secret) {
    return HexFormat.of().formatHex(mac(key, secret));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
