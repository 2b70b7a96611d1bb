package org.corridor.platform.schedule;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work for a scheduled executor, which never calls again what has thrown once ({@link
 * java.util.concurrent.ScheduledExecutorService}). So nothing is thrown, not even an error of the
 * virtual machine: it may be over a moment later, and if it is not, the health checks tell which
 * work has not got through.
 */
public final class Repeated implements Runnable {

  private static final Logger LOG = Logger.getLogger(Repeated.class.getName());

  private final Runnable work;

  /**
   * @param work deals itself with the exceptions that it knows of
   */
  public Repeated(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      tell(e);
    }
  }

  private static void tell(Throwable failure) {
    try {
      LOG.log(Level.SEVERE, "what is done again and again has failed; it goes on", failure);
    } catch (RuntimeException | Error unwritable) {
      // to write it down takes what is missing just now, such as memory; the work goes on
    }
  }
}
