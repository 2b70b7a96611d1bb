package org.corridor.notification.domain;

/** A way to tell somebody something. */
public enum Channel {
  EMAIL,
  SMS,
  PUSH,
  IN_APP
}
