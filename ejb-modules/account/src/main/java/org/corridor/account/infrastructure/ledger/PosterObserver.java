package org.corridor.account.infrastructure.ledger;

import java.time.Duration;
import org.corridor.account.domain.ledger.LedgerCommand;
import org.corridor.account.domain.ledger.Outcome;

/** Sees what posters do, for the metrics. Called by their threads: must be quick, and not throw. */
interface PosterObserver {

  PosterObserver NONE =
      new PosterObserver() {
        @Override
        public void committed(int commands, Duration took) {}

        @Override
        public void answered(LedgerCommand command, Outcome outcome, Duration waited) {}

        @Override
        public void failed(LedgerCommand command) {}
      };

  void committed(int commands, Duration took);

  /**
   * @param waited since the command was submitted
   */
  void answered(LedgerCommand command, Outcome outcome, Duration waited);

  /** No outcome can be told. */
  void failed(LedgerCommand command);
}
