package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.Deliveries.Claimed;
import org.corridor.notification.application.Gateway.Result;
import org.corridor.notification.domain.Channel;

/**
 * Sends what is due, in three steps: claimed in one transaction, sent outside of any, its outcome
 * written in another one. If the process dies in the middle, the claim ends with its lease and the
 * same message is sent again, under the same id: at least once, never held by a transaction.
 */
@ApplicationScoped
public class SendDeliveries {

  /** More than twice of what a gateway may take. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final Logger LOG = Logger.getLogger(SendDeliveries.class.getName());

  private final UnitOfWork units;
  private final Deliveries deliveries;
  private final ComposeMessage composing;
  private final RecordAttempt recording;
  private final Clock clock;

  @Inject
  public SendDeliveries(
      UnitOfWork units,
      Deliveries deliveries,
      ComposeMessage composing,
      RecordAttempt recording,
      @NotificationClock Clock clock) {
    this.units = units;
    this.deliveries = deliveries;
    this.composing = composing;
    this.recording = recording;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SendDeliveries() {
    this(null, null, null, null, null);
  }

  /** Each is to be given to {@link #send} right away. */
  public List<Claimed> claim(Channel channel, int most) {
    return units.within(() -> deliveries.claim(channel, clock.instant(), LEASE, most));
  }

  /** Makes one attempt, which may take as long as the gateway allows. */
  public void send(Claimed claimed, Gateway gateway) {
    try {
      var composed = composing.compose(claimed);
      if (composed.ended().isPresent()) {
        recording.record(claimed, composed.ended().get());
      } else {
        recording.record(claimed, gateway.send(composed.message().orElseThrow()));
      }
    } catch (DirectoryUnavailable e) {
      recording.record(claimed, new Result.TryAgain("directory-unavailable"));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the delivery " + claimed.delivery().id() + " has failed", e);
      recording.record(claimed, new Result.TryAgain("internal-error"));
    }
  }
}
