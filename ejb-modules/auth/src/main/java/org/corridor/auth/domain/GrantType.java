package org.corridor.auth.domain;

import java.util.Locale;

/** The ways to a token that exist here (RFC 6749); password and implicit do not. */
public enum GrantType {
  CLIENT_CREDENTIALS,
  AUTHORIZATION_CODE,
  REFRESH_TOKEN;

  /** As it stands in requests. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  public static GrantType of(String code) {
    for (var type : values()) {
      if (type.code().equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "must be client_credentials, authorization_code or refresh_token");
  }
}
