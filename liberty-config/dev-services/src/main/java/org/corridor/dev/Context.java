package org.corridor.dev;

import java.util.Locale;

/** The bounded contexts that have a server, a database and two database roles of their own. */
public enum Context {
  AUTH(0),
  CLIENT(1),
  ACCOUNT(2),
  TRANSACTION(3),
  NOTIFICATION(4);

  private final int portOffset;

  Context(int portOffset) {
    this.portOffset = portOffset;
  }

  /** Counted from the first of the services' ports. */
  int portOffset() {
    return portOffset;
  }

  /** As it stands in paths, database names and JNDI names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Owns the database and runs its migrations. */
  public String ownerRole() {
    return id() + "_owner";
  }

  /** What the use cases connect as. */
  public String appRole() {
    return id() + "_app";
  }
}
