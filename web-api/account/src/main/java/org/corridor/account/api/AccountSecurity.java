package org.corridor.account.api;

import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the account context. */
public class AccountSecurity extends BearerTokenFilter {

  public AccountSecurity() {
    super("corridor-account");
  }
}
