package org.corridor.notification.application.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.corridor.notification.application.NotificationClock;
import org.corridor.notification.application.UnitOfWork;
import org.corridor.notification.application.webhook.WebhookMessages.Claimed;
import org.corridor.notification.domain.webhook.Attempt;
import org.corridor.notification.domain.webhook.CallResult;
import org.corridor.notification.domain.webhook.Endpoint;
import org.corridor.notification.domain.webhook.WebhookMessage;

/**
 * Writes down what has become of a call, and what that says of the endpoint: one that is gone, or
 * has failed for days, is disabled.
 */
@ApplicationScoped
public class RecordWebhookAttempt {

  private final UnitOfWork units;
  private final WebhookMessages messages;
  private final DisableEndpoint disabling;
  private final Judging judging;
  private final Clock clock;

  /** By what calls are judged, and who counts them. */
  @ApplicationScoped
  public static class Judging {

    private final WebhookTerms terms;
    private final WebhookCounts counts;

    @Inject
    public Judging(WebhookTerms terms, WebhookCounts counts) {
      this.terms = terms;
      this.counts = counts;
    }

    /** For the container's proxy. */
    protected Judging() {
      this(null, null);
    }

    WebhookMessage after(WebhookMessage message, CallResult result, Instant now) {
      return message.after(result, terms.schedule(), now, ThreadLocalRandom.current().nextDouble());
    }

    boolean isPatienceOver(Endpoint endpoint, Instant now) {
      return Duration.between(endpoint.failingSince(), now).compareTo(terms.patience()) >= 0;
    }

    void count(WebhookMessage message) {
      counts.count(
          message.isPending() ? "retried" : message.status().name().toLowerCase(Locale.ROOT));
    }
  }

  @Inject
  public RecordWebhookAttempt(
      UnitOfWork units,
      WebhookMessages messages,
      DisableEndpoint disabling,
      Judging judging,
      @NotificationClock Clock clock) {
    this.units = units;
    this.messages = messages;
    this.disabling = disabling;
    this.judging = judging;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected RecordWebhookAttempt() {
    this(null, null, null, null, null);
  }

  void record(Claimed claimed, CallResult result, Attempt attempt) {
    var now = clock.instant();
    var after = judging.after(claimed.message(), result, now);
    var counts =
        units.within(
            () -> {
              var isOurs = messages.record(after, attempt);
              if (isOurs) {
                judge(claimed, result, now);
              }
              return isOurs;
            });
    if (counts) {
      judging.count(after);
    }
  }

  private void judge(Claimed claimed, CallResult result, Instant now) {
    if (result instanceof CallResult.Answered answer && answer.hasTakenIt()) {
      disabling.succeeded(claimed.message().endpointId());
      return;
    }
    var isGone = result instanceof CallResult.Answered answer && answer.isGone();
    disabling
        .failed(claimed.message().endpointId(), now)
        .filter(endpoint -> isGone || judging.isPatienceOver(endpoint, now))
        .ifPresent(
            endpoint ->
                disabling.disable(
                    endpoint,
                    isGone ? Endpoint.GONE : Endpoint.FAILING,
                    claimed.correlationId(),
                    now));
  }
}
