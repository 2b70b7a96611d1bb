package org.corridor.auth.infrastructure;

/** What opens the signing keys. */
public record KeyStorePassword(String value) {

  private static final int MIN_LENGTH = 16;

  public KeyStorePassword {
    if (value == null || value.length() < MIN_LENGTH) {
      throw new IllegalStateException(
          "the setting corridor.auth.key-store-password is required, with at least "
              + MIN_LENGTH
              + " characters");
    }
  }

  /** Without it. */
  @Override
  public String toString() {
    return "KeyStorePassword[]";
  }
}
