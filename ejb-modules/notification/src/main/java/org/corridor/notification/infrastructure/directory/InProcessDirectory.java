package org.corridor.notification.infrastructure.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.corridor.contracts.account.AccountSummary;
import org.corridor.contracts.account.LedgerContract;
import org.corridor.contracts.auth.PasswordLinkAddress;
import org.corridor.contracts.auth.UserContact;
import org.corridor.contracts.auth.UserContract;
import org.corridor.contracts.client.ClientContact;
import org.corridor.contracts.client.ClientContract;

/** The other contexts in the same EAR. */
@ApplicationScoped
public class InProcessDirectory {

  private static final String CLIENTS =
      "java:app/corridor-client/ClientDirectory!" + ClientContract.class.getName();
  private static final String USERS =
      "java:app/corridor-auth/UserDirectory!" + UserContract.class.getName();
  private static final String ACCOUNTS =
      "java:app/corridor-account/Ledger!" + LedgerContract.class.getName();

  Optional<ClientContact> client(UUID id) {
    return InProcessDirectory.<ClientContract>lookUp(CLIENTS).contact(id);
  }

  Optional<UserContact> user(UUID id) {
    return InProcessDirectory.<UserContract>lookUp(USERS).contact(id);
  }

  Optional<PasswordLinkAddress> passwordLink(UUID id) {
    return InProcessDirectory.<UserContract>lookUp(USERS).passwordLink(id);
  }

  Optional<AccountSummary> account(UUID id) {
    return InProcessDirectory.<LedgerContract>lookUp(ACCOUNTS).account(id);
  }

  // the names are constants of the application's own name space
  @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"})
  private static <T> T lookUp(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException e) {
      throw new IllegalStateException("not in this application: " + name, e);
    }
  }
}
