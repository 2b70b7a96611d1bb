package org.corridor.platform.secrets;

/** Keys cannot be had now; trying again later may help. Its message has nothing secret in it. */
public class SecretsUnavailable extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public SecretsUnavailable(String message) {
    super(message);
  }

  public SecretsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
