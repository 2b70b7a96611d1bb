package org.corridor.web.security;

/** It cannot be told now whether a token is to be trusted. */
final class KeysUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeysUnavailable(Throwable cause) {
    super("cannot get the issuer's keys", cause);
  }

  KeysUnavailable(String message) {
    super(message);
  }
}
