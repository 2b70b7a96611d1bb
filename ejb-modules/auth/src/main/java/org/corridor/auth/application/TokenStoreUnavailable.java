package org.corridor.auth.application;

/**
 * The store of sign-ins, codes and refresh tokens cannot be reached: nobody signs in or refreshes.
 */
public final class TokenStoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TokenStoreUnavailable(Throwable cause) {
    super("the store of tokens cannot be reached", cause);
  }
}
