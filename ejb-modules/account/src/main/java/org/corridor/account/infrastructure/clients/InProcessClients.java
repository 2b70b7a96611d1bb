package org.corridor.account.infrastructure.clients;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.corridor.contracts.client.ClientContract;
import org.corridor.contracts.client.ClientSummary;

/** The client context in the same EAR. */
@ApplicationScoped
public class InProcessClients {

  private static final String DIRECTORY =
      "java:app/corridor-client/ClientDirectory!" + ClientContract.class.getName();

  // the name is a constant of the application's own name space
  @SuppressWarnings("BanJNDI")
  Optional<ClientSummary> find(UUID id) {
    try {
      var directory = (ClientContract) InitialContext.<Object>doLookup(DIRECTORY);
      return directory.client(id);
    } catch (NamingException e) {
      throw new IllegalStateException("the client context is not in this application", e);
    }
  }
}
