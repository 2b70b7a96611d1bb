package org.corridor.auth.application;

/** Keeps secrets that must be read again, so that who has the database alone cannot. */
public interface SecretEncryption {

  /**
   * @param owner whose it is: for another it cannot be decrypted
   */
  String encrypt(String owner, byte[] secret);

  /**
   * @throws IllegalStateException if it was encrypted under another key, or for another
   */
  byte[] decrypt(String owner, String encrypted);
}
