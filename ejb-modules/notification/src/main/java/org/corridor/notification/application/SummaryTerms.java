package org.corridor.notification.application;

import java.time.Duration;

/** When many notices are told as one. */
public interface SummaryTerms {

  /** How many must wait at once. */
  int from();

  /** How long after a summary the next of its kind is made at the earliest. */
  Duration pause();
}
