package org.corridor.platform.secrets;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.corridor.platform.secrets.SealedText.Scheme;

/**
 * Seals with AES-256-GCM under the keys of one place, and opens what was sealed under those of any
 * place that is configured: so one moves from a file to a vault, and back.
 */
final class SealedSecrets implements Secrets {

  private final Map<Scheme, DataKeys> places;
  private final Scheme used;

  /**
   * @param used where the keys are that seal; null for nowhere
   */
  SealedSecrets(Map<Scheme, DataKeys> places, Scheme used) {
    this.places = Map.copyOf(places);
    this.used = used;
  }

  @Override
  public boolean isConfigured() {
    return used != null;
  }

  @Override
  public String seal(SecretName name, byte[] secret) {
    if (used == null) {
      throw new IllegalStateException("the setting corridor.secrets.provider names no keys");
    }
    var key = places.get(used).current();
    try {
      var ciphertext = AesGcm.encrypt(key.key(), name, secret);
      return SealedText.of(used, key.id(), ciphertext).written();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed: " + name, e);
    }
  }

  @Override
  public byte[] open(SecretName name, String sealed) {
    var text =
        SealedText.parse(sealed)
            .orElseThrow(() -> new IllegalStateException("not a sealed secret: " + name));
    var keys = places.get(text.scheme());
    if (keys == null) {
      throw new IllegalStateException(
          name + " was sealed with keys that are not configured: " + text.scheme());
    }
    try {
      return AesGcm.decrypt(keys.find(text.keyId()), name, text.ciphertext());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keys of " + text.scheme() + " do not open " + name, e);
    }
  }

  @Override
  public boolean isSealed(String text) {
    return SealedText.parse(text).isPresent();
  }

  @Override
  public boolean isCurrent(String text) {
    Optional<SealedText> sealed = SealedText.parse(text);
    return sealed.isPresent()
        && used != null
        && sealed.get().scheme() == used
        && places.get(used).isCurrent(sealed.get().keyId());
  }

  @Override
  public boolean areWell() {
    return places.values().stream().allMatch(DataKeys::areWell);
  }
}
