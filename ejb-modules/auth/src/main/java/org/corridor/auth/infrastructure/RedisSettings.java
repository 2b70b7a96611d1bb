package org.corridor.auth.infrastructure;

/**
 * Where Redis is.
 *
 * @param uri {@code redis://host:port}, or {@code rediss://} for TLS
 * @param password null if it asks for none
 */
public record RedisSettings(String uri, String password) {

  /** Without the password. */
  @Override
  public String toString() {
    return "RedisSettings[" + uri + "]";
  }
}
