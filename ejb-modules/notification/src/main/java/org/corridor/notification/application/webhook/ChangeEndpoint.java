package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.webhook.EndpointBook.Entry;
import org.corridor.notification.application.webhook.EndpointOutcome.Deleted;
import org.corridor.notification.application.webhook.EndpointOutcome.Done;
import org.corridor.notification.application.webhook.EndpointOutcome.DoneWithSecret;
import org.corridor.notification.application.webhook.EndpointOutcome.NotFound;
import org.corridor.notification.application.webhook.EndpointOutcome.NotOffered;
import org.corridor.notification.application.webhook.EndpointOutcome.Stale;
import org.corridor.notification.domain.NotificationEvent.WebhookEndpointChanged.Change;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.Endpoint.Chosen;
import org.corridor.notification.domain.webhook.EndpointOwner;
import org.corridor.platform.events.Trail;

/** Changes endpoints as their owners want them. */
@ApplicationScoped
public class ChangeEndpoint {

  /** Why what waits for an endpoint that its owner has disabled or deleted is not sent. */
  static final String DISABLED = "endpoint-disabled";

  private final UnitOfWork units;
  private final EndpointBook book;
  private final WebhookMessages messages;
  private final Sealing sealing;
  private final Clock clock;

  /** How secrets are kept, and for how long the one before is good. */
  @ApplicationScoped
  public static class Sealing {

    private final SecretVault vault;
    private final WebhookTerms terms;

    @Inject
    public Sealing(SecretVault vault, WebhookTerms terms) {
      this.vault = vault;
      this.terms = terms;
    }

    /** For the container's proxy. */
    protected Sealing() {
      this(null, null);
    }

    boolean isOffered() {
      return vault.isOpen();
    }

    Duration rotation() {
      return terms.rotation();
    }

    String seal(UUID endpointId, String secret) {
      return vault.seal(endpointId, secret);
    }
  }

  @Inject
  public ChangeEndpoint(
      UnitOfWork units,
      EndpointBook book,
      WebhookMessages messages,
      Sealing sealing,
      @NotificationClock Clock clock) {
    this.units = units;
    this.book = book;
    this.messages = messages;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected ChangeEndpoint() {
    this(null, null, null, null, null);
  }

  /**
   * Which endpoint, as the caller has read it.
   *
   * @param expected the version that the caller has read
   * @param by the subject of the caller
   */
  public record Target(EndpointOwner owner, UUID id, long expected, String by, Trail trail) {}

  /**
   * @param chosen whose address the guard has allowed
   */
  public EndpointOutcome update(Target target, Chosen chosen) {
    return sealing.isOffered()
        ? units.within(() -> with(target, before -> update(target, before, chosen)))
        : new NotOffered();
  }

  /** The secret before this one signs too for a while, so that no receiver need hurry. */
  public EndpointOutcome rotate(Target target) {
    return sealing.isOffered()
        ? units.within(() -> with(target, before -> rotate(target, before)))
        : new NotOffered();
  }

  public EndpointOutcome delete(Target target) {
    return units.within(() -> with(target, before -> delete(target, before)));
  }

  private EndpointOutcome with(Target target, Function<Endpoint, EndpointOutcome> change) {
    return book.endpoints()
        .find(target.owner(), target.id())
        .map(before -> before.version() == target.expected() ? change.apply(before) : new Stale())
        .orElseGet(NotFound::new);
  }

  private EndpointOutcome update(Target target, Endpoint before, Chosen chosen) {
    var now = clock.instant();
    var after = before.changedTo(chosen, now);
    if (!book.endpoints().save(after)) {
      return new Stale();
    }
    if (!after.enabled()) {
      messages.failPending(after.id(), DISABLED, now);
    }
    book.tell(after, new Entry(Change.UPDATED, target.by(), now, target.trail()));
    return new Done(after);
  }

  private EndpointOutcome rotate(Target target, Endpoint before) {
    var now = clock.instant();
    var after = before.rotated(now.plus(sealing.rotation()), now);
    var secret = Signatures.newSecret();
    if (!book.endpoints().saveRotated(after, sealing.seal(after.id(), secret))) {
      return new Stale();
    }
    book.tell(after, new Entry(Change.SECRET_ROTATED, target.by(), now, target.trail()));
    return new DoneWithSecret(after, secret);
  }

  private EndpointOutcome delete(Target target, Endpoint before) {
    var now = clock.instant();
    if (!book.endpoints().delete(before.id(), before.version(), now)) {
      return new Stale();
    }
    messages.failPending(before.id(), DISABLED, now);
    book.tell(
        before, before.version() + 1, new Entry(Change.DELETED, target.by(), now, target.trail()));
    return new Deleted();
  }
}
