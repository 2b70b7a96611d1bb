package org.corridor.platform.events;

/** No event can be taken, whatever it is: the context's database does not answer. */
public final class DatabaseAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseAway(Throwable cause) {
    super("the database does not answer", cause);
  }
}
