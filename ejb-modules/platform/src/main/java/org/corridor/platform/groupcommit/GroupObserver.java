package org.corridor.platform.groupcommit;

import java.time.Duration;

/**
 * Sees what posters do, for the metrics. Called by their threads: must be quick, and not throw.
 *
 * @param <C> a command
 * @param <R> its outcome
 */
public interface GroupObserver<C, R> {

  /** A group was committed. */
  void committed(int commands, Duration took);

  /**
   * @param waited since the command was submitted
   */
  void answered(C command, R outcome, Duration waited);

  /** No outcome can be told. */
  void failed(C command);

  /** Sees nothing. */
  static <C, R> GroupObserver<C, R> none() {
    return new GroupObserver<>() {
      @Override
      public void committed(int commands, Duration took) {}

      @Override
      public void answered(C command, R outcome, Duration waited) {}

      @Override
      public void failed(C command) {}
    };
  }
}
