package org.corridor.platform.service;

/** No access token could be had: the call that needed it was not made. */
public final class ServiceTokenUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServiceTokenUnavailable(String message) {
    super(message);
  }

  ServiceTokenUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
