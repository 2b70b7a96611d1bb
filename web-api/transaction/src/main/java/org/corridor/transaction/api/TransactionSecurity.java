package org.corridor.transaction.api;

import org.corridor.web.security.BearerTokenFilter;

/** Takes access tokens that are meant for the transaction context. */
public class TransactionSecurity extends BearerTokenFilter {

  public TransactionSecurity() {
    super("corridor-transaction");
  }
}
