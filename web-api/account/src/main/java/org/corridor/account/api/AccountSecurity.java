package org.corridor.account.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the account context. */
@Priority(Priorities.AUTHENTICATION)
public class AccountSecurity extends BearerTokenFilter {

  public AccountSecurity() {
    super("corridor-account");
  }
}
