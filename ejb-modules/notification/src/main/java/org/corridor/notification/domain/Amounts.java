package org.corridor.notification.domain;

/** Where amounts of money may stand in messages. */
public enum Amounts {
  NOWHERE,
  IN_APP,
  EVERYWHERE;

  public boolean mayStandIn(Channel channel) {
    return this == EVERYWHERE || (this == IN_APP && channel == Channel.IN_APP);
  }
}
