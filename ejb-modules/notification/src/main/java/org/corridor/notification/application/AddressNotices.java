package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.notification.application.FindRecipient.Found;
import org.corridor.notification.domain.Notice;

/**
 * Turns what was received into a message in the app and deliveries, as the recipient has chosen.
 * Several replicas may: a notice is claimed for a while, and held when it is written.
 */
@ApplicationScoped
public class AddressNotices {

  private static final Logger LOG = Logger.getLogger(AddressNotices.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 16;
  private static final int AT_ONCE = 200;

  private final UnitOfWork units;
  private final Notices notices;
  private final SumUpNotices summing;
  private final FindRecipient recipients;
  private final TellRecipient telling;
  private final Clock clock;

  @Inject
  public AddressNotices(
      UnitOfWork units,
      Notices notices,
      SumUpNotices summing,
      FindRecipient recipients,
      TellRecipient telling,
      @NotificationClock Clock clock) {
    this.units = units;
    this.notices = notices;
    this.summing = summing;
    this.recipients = recipients;
    this.telling = telling;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected AddressNotices() {
    this(null, null, null, null, null, null);
  }

  /**
   * Addresses some of those that are due.
   *
   * @return how many it has looked at; 0 if there are no more now
   */
  public int addressSome() {
    var claimed = units.within(() -> notices.claim(clock.instant(), LEASE, AT_ONCE));
    var found = found(summing.sumUp(claimed));
    try {
      units.run(() -> found.forEach(this::write));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "notices cannot be addressed together; one by one then", e);
      found.forEach(this::writeAlone);
    }
    return claimed.size();
  }

  /** Those whose recipients could be told, in an order that is the same for all replicas. */
  private List<FoundFor> found(List<Notice> claimed) {
    var asking = recipients.askingOnce();
    return claimed.stream()
        .flatMap(notice -> found(notice, asking).stream())
        .sorted(Comparator.comparing(FoundFor::recipientId))
        .toList();
  }

  /**
   * @param found null if it is for nobody
   */
  private record FoundFor(Notice notice, Found found) {

    String recipientId() {
      return found == null ? "" : found.recipient().id().toString();
    }
  }

  private Optional<FoundFor> found(Notice notice, FindRecipient asking) {
    try {
      return Optional.of(new FoundFor(notice, asking.of(notice).orElse(null)));
    } catch (DirectoryUnavailable e) {
      LOG.log(Level.FINE, "a notice waits for another context", e);
      tryLater(notice, "directory-unavailable");
    } catch (RuntimeException e) {
      failed(notice, e);
    }
    return Optional.empty();
  }

  /** One that cannot be addressed must not keep the others from it. */
  private void writeAlone(FoundFor one) {
    try {
      units.run(() -> write(one));
    } catch (RuntimeException e) {
      failed(one.notice(), e);
    }
  }

  private void failed(Notice notice, RuntimeException failure) {
    LOG.log(Level.SEVERE, "the notice " + notice.id() + " cannot be addressed", failure);
    tryLater(notice, "internal-error");
  }

  private void write(FoundFor one) {
    write(one.notice(), one.found());
  }

  private void write(Notice notice, Found found) {
    if (!notices.hold(notice)) {
      return;
    }
    if (found != null) {
      telling.tell(notice, found);
    }
    notices.addressed(notice, found == null ? notice.facts() : found.facts());
  }

  private void tryLater(Notice notice, String reason) {
    var now = clock.instant();
    units.run(
        () -> {
          if (!notices.hold(notice)) {
            return;
          }
          if (Duration.between(notice.occurredAt(), now).compareTo(Notice.PATIENCE) > 0) {
            LOG.severe("the notice " + notice.id() + " is given up: " + reason);
            notices.giveUp(notice, reason);
          } else {
            notices.postpone(notice, now.plus(pause(notice.attempts())), reason);
          }
        });
  }

  private static Duration pause(int attempts) {
    var doublings = Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
