package org.corridor.account.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.corridor.account.application.AccountResult;
import org.corridor.account.application.AccountResult.Done;
import org.corridor.account.domain.Account;
import org.corridor.web.http.ETags;

/** How accounts, and what was done to them, look from outside. */
final class AccountAnswers {

  private AccountAnswers() {}

  static Response found(Account account) {
    return Response.ok(AccountView.of(account)).tag(ETags.of(account.version())).build();
  }

  static Response changed(AccountResult result) {
    return result instanceof Done done ? found(done.account()) : Refusals.of(result).toResponse();
  }

  static Response opened(AccountResult result, UriInfo uri) {
    if (!(result instanceof Done done)) {
      return Refusals.of(result).toResponse();
    }
    var account = done.account();
    var location = uri.getBaseUriBuilder().path("accounts").path(account.id().toString()).build();
    return Response.created(location)
        .tag(ETags.of(account.version()))
        .entity(AccountView.of(account))
        .build();
  }
}
