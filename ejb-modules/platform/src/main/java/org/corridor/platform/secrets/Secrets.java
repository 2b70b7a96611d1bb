package org.corridor.platform.secrets;

import java.util.Map;
import org.corridor.platform.secrets.SealedText.Scheme;

/**
 * Seals what must be read again, so that whoever has the database alone cannot read it. What is
 * sealed names its key, so keys change while what older ones have sealed stays readable.
 */
public interface Secrets {

  /** False if the configuration names no keys: then each context has its own way, or none. */
  boolean isConfigured();

  /**
   * What may be written down.
   *
   * @throws IllegalStateException if there are no keys
   * @throws SecretsUnavailable if the keys cannot be had now
   */
  String seal(SecretName name, byte[] secret);

  /**
   * What was sealed under that name.
   *
   * @throws IllegalStateException if it was not, or if its key is gone
   * @throws SecretsUnavailable if the keys cannot be had now
   */
  byte[] open(SecretName name, String sealed);

  /** Whether this was sealed here; false for what a context has encrypted in a way of its own. */
  boolean isSealed(String text);

  /**
   * False if it should be sealed anew: it was not sealed here, or another key is used now.
   *
   * @throws SecretsUnavailable if the keys cannot be had now
   */
  boolean isCurrent(String text);

  /** False while keys cannot be had; may ask for them. */
  boolean areWell();

  /** With the keys of one key store. */
  static Secrets in(KeyStoreKeys keys) {
    return new SealedSecrets(Map.of(Scheme.KEY_STORE, keys), Scheme.KEY_STORE);
  }

  /** No keys: nothing is sealed, and nothing opens. */
  static Secrets none() {
    return new SealedSecrets(Map.of(), null);
  }
}
