package org.corridor.notification.domain.webhook;

import java.time.Duration;
import java.util.Objects;

/** What a call has led to. */
public sealed interface CallResult {

  /** A code; null if the call has arrived. */
  String reason();

  /**
   * The endpoint has answered.
   *
   * @param status of HTTP
   * @param retryAfter how long it asks to be left alone; null if it does not
   * @param excerpt how the body begins; may be empty
   */
  record Answered(int status, Duration retryAfter, String excerpt) implements CallResult {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    public Answered {
      Objects.requireNonNull(excerpt, "excerpt");
      // only these two mean it so
      retryAfter = status == TOO_MANY || status == UNAVAILABLE ? retryAfter : null;
    }

    public boolean hasTakenIt() {
      return status >= 200 && status < 300;
    }

    public boolean isGone() {
      return status == GONE;
    }

    @Override
    public String reason() {
      return hasTakenIt() ? null : "http-" + status;
    }
  }

  /** There was no answer. */
  record NotReached(String reason) implements CallResult {
    public NotReached {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
