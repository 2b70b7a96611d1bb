package org.corridor.account.application;

/** The work of the end of a day, step by step, each step in small transactions. */
public interface EndOfDayJob {

  /**
   * Goes on where the latest execution of the run has stopped, and returns when all is done.
   *
   * @throws DayNotEnded if a step fails; what it had committed stands
   */
  void run(EndOfDayRun run);

  /** A step has failed. */
  class DayNotEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DayNotEnded(String message) {
      super(message);
    }

    public DayNotEnded(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
