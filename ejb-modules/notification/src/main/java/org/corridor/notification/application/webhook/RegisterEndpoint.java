package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.webhook.EndpointBook.Entry;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.EndpointOutcome.NotOffered;
import org.corridor.notification.application.webhook.EndpointOutcome.TooMany;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged.Change;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.Endpoint.Chosen;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.platform.events.Trail;
import org.corridor.platform.id.Ids;

/** Registers endpoints, in the transaction of its caller, who keeps the answer with it. */
@ApplicationScoped
public class RegisterEndpoint {

  /** Of one owner. */
  public static final int MOST = 10;

  private final EndpointBook book;
  private final SecretVault vault;
  private final Clock clock;

  @Inject
  public RegisterEndpoint(EndpointBook book, SecretVault vault, @NotificationClock Clock clock) {
    this.book = book;
    this.vault = vault;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RegisterEndpoint() {
    this(null, null, null);
  }

  /**
   * @param chosen whose address the guard has allowed
   * @param by the subject of the caller
   */
  public EndpointOutcome register(EndpointOwner owner, Chosen chosen, String by, Trail trail) {
    if (!vault.isOpen()) {
      return new NotOffered();
    }
    if (book.endpoints().countAndLock(owner) >= MOST) {
      return new TooMany(MOST);
    }
    var now = clock.instant();
    var endpoint = Endpoint.registered(Ids.next(), owner, chosen, now);
    var secret = Signatures.newSecret();
    book.endpoints().add(endpoint, vault.seal(endpoint.id(), secret));
    book.tell(endpoint, new Entry(Change.REGISTERED, by, now, trail));
    return new DoneWithSecret(endpoint, secret);
  }
}
