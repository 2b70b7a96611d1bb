package org.corridor.platform.secrets.vault;

/** Vault has understood and refuses: trying again does not help, changing something does. */
public class VaultRefused extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final int status;

  VaultRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
