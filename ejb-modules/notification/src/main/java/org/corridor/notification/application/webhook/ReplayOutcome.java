package org.corridor.notification.application.webhook;

import org.corridor.notification.domain.webhook.WebhookMessage;

/** What becomes of the wish to have something sent, again or for a test. */
public sealed interface ReplayOutcome {

  /** It is on its way. */
  record Sent(WebhookMessage message) implements ReplayOutcome {}

  /** As many are on their way again. */
  record Replayed(int count) implements ReplayOutcome {}

  /** There is no such endpoint of the owner, or no such message to it. */
  record NotFound(String what) implements ReplayOutcome {}

  /** Nothing is sent to an endpoint that is disabled. */
  record Disabled() implements ReplayOutcome {}

  /** There is no key for secrets, so there are no webhooks. */
  record NotOffered() implements ReplayOutcome {}
}
