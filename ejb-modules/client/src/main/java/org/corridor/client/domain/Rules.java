package org.corridor.client.domain;

/** The last guard of a value: what comes from outside was refused with its place long before. */
final class Rules {

  private Rules() {}

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("not a valid " + what);
    }
  }
}
