package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.corridor.kernel.Caller;
import org.corridor.notification.domain.Recipient;

/** Whether a caller reaches a recipient; asks the client context where its branch matters. */
@ApplicationScoped
public class ReachClients {

  private final Directory directory;

  @Inject
  public ReachClients(Directory directory) {
    this.directory = directory;
  }

  /** For the container's proxy. */
  protected ReachClients() {
    this(null);
  }

  /**
   * False too if there is no such client.
   *
   * @throws DirectoryUnavailable if it cannot be told now
   */
  public boolean reaches(Caller caller, Recipient recipient) {
    if (NotificationAccess.isOwn(caller, recipient)) {
      return true;
    }
    if (caller.isCustomer()) {
      return false;
    }
    return recipient.kind() == Recipient.Kind.CLIENT
        ? reachesClient(caller, recipient.id())
        : NotificationAccess.reachesAll(caller);
  }

  private boolean reachesClient(Caller caller, UUID clientId) {
    return directory
        .client(clientId)
        .filter(client -> caller.reaches(client.id(), client.branch()))
        .isPresent();
  }
}
