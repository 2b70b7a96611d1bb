package org.corridor.platform.secrets;

import javax.crypto.SecretKey;

/** Where the keys come from that secrets are sealed under. Safe for use by many threads. */
public interface DataKeys {

  /** A key for AES-256 and the name by which it is found again, for whoever has the right to. */
  record DataKey(String id, SecretKey key) {

    /** Without the key. */
    @Override
    public String toString() {
      return "DataKey[" + id + "]";
    }
  }

  /**
   * What to seal under now.
   *
   * @throws SecretsUnavailable if it cannot be had now
   */
  DataKey current();

  /**
   * @throws IllegalStateException if there is no key of that id
   * @throws SecretsUnavailable if it cannot be had now
   */
  SecretKey find(String id);

  /**
   * False if what that key has sealed should be sealed anew.
   *
   * @throws SecretsUnavailable if that cannot be known now
   */
  boolean isCurrent(String id);

  /** Whether keys can be had; may try to. */
  boolean areWell();
}
