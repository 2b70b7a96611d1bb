package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    return NotificationAccess.reaches(caller, recipient, directory::client);
  }
}
