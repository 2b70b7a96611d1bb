package org.corridor.auth.domain;

/** Why a password is not accepted. */
public enum PasswordFault {
  LENGTH(
      "password-refused",
      "A password has from "
          + PasswordRule.MIN_LENGTH
          + " to "
          + PasswordRule.MAX_LENGTH
          + " characters."),
  MONOTONOUS(
      "password-refused",
      "A password has at least " + PasswordRule.MIN_DISTINCT + " different characters."),
  USER_NAME("password-refused", "A password does not contain the user name."),
  BREACHED("password-breached", "This password is known from breaches: whoever attacks tries it."),
  REUSED("password-reused", "This password was used before.");

  private final String code;
  private final String detail;

  PasswordFault(String code, String detail) {
    this.code = code;
    this.detail = detail;
  }

  /** As it stands in a problem. */
  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
