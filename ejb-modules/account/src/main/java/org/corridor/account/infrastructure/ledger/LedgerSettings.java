package org.corridor.account.infrastructure.ledger;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How the ledger posts.
 *
 * @param queueCapacity commands that may wait; more are refused
 * @param posters threads that post; each has a connection of its own
 * @param batchSize commands of one transaction at most
 * @param answerTimeout after which a caller is told that the outcome is unknown
 */
record LedgerSettings(int queueCapacity, int posters, int batchSize, Duration answerTimeout) {

  LedgerSettings {
    require(queueCapacity, "corridor.account.poster.queue-capacity");
    require(posters, "corridor.account.posters");
    require(batchSize, "corridor.account.poster.batch-size");
    if (answerTimeout.isNegative() || answerTimeout.isZero()) {
      throw new IllegalArgumentException(
          "corridor.account.poster.answer-timeout must be a positive duration");
    }
  }

  static LedgerSettings current() {
    return from(ConfigProvider.getConfig());
  }

  static LedgerSettings from(Config config) {
    return new LedgerSettings(
        config
            .getOptionalValue("corridor.account.poster.queue-capacity", Integer.class)
            .orElse(10_000),
        config.getOptionalValue("corridor.account.posters", Integer.class).orElse(1),
        config.getOptionalValue("corridor.account.poster.batch-size", Integer.class).orElse(1_000),
        config
            .getOptionalValue("corridor.account.poster.answer-timeout", Duration.class)
            .orElse(Duration.ofSeconds(10)));
  }

  private static void require(int value, String setting) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + " must be 1 or more");
    }
  }
}
