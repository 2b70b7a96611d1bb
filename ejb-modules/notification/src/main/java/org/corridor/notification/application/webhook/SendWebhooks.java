package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.webhook.WebhookMessages.Claimed;
import org.corridor.notification.application.webhook.WebhookMessages.Lane;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.CallResult;

/**
 * Sends what is due, in three steps: claimed in one transaction, called outside of any, its outcome
 * written in another one. If the process dies in the middle, the claim ends with its lease and the
 * same is sent again under the same id.
 */
@ApplicationScoped
public class SendWebhooks {

  /** Much longer than a call may take. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final Logger LOG = Logger.getLogger(SendWebhooks.class.getName());

  private final UnitOfWork units;
  private final WebhookMessages messages;
  private final Calling calling;
  private final RecordWebhookAttempt recording;
  private final Clock clock;

  /** The way out, and the secrets that sign. */
  @ApplicationScoped
  public static class Calling {

    private final SecretVault vault;
    private final WebhookCalls calls;

    @Inject
    public Calling(SecretVault vault, WebhookCalls calls) {
      this.vault = vault;
      this.calls = calls;
    }

    /** For the container's proxy. */
    protected Calling() {
      this(null, null);
    }

    boolean isOffered() {
      return vault.isOpen();
    }

    CallResult call(Claimed claimed, Clock clock) {
      var endpoint = claimed.message().endpointId();
      var secrets =
          Stream.of(claimed.sealedSecret(), claimed.sealedPrevious())
              .filter(Objects::nonNull)
              .map(kept -> vault.unseal(endpoint, kept))
              .toList();
      var headers =
          Signatures.headers(secrets, claimed.message().id(), clock.instant(), claimed.body());
      return calls.post(claimed.url(), headers, claimed.body());
    }
  }

  @Inject
  public SendWebhooks(
      UnitOfWork units,
      WebhookMessages messages,
      Calling calling,
      RecordWebhookAttempt recording,
      @NotificationClock Clock clock) {
    this.units = units;
    this.messages = messages;
    this.calling = calling;
    this.recording = recording;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SendWebhooks() {
    this(null, null, null, null, null);
  }

  /** Each is to be given to {@link #send} right away; nothing without a key. */
  public List<Claimed> claim(Lane lane, int most) {
    return calling.isOffered()
        ? units.within(() -> messages.claim(lane, clock.instant(), LEASE, most))
        : List.of();
  }

  /** Makes one attempt, which may take as long as the settings allow. */
  public void send(Claimed claimed) {
    var begun = clock.instant();
    var from = System.nanoTime();
    var result = call(claimed);
    var took = Duration.ofNanos(System.nanoTime() - from);
    recording.record(
        claimed, result, Attempt.of(claimed.message().attempts(), begun, took, result));
  }

  private CallResult call(Claimed claimed) {
    try {
      return calling.call(claimed, clock);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the webhook " + claimed.message().id() + " has failed", e);
      return new CallResult.NotReached("internal-error");
    }
  }
}
