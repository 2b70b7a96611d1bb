package org.corridor.dev.proof.model;

import java.util.List;

/**
 * Something that is asked of the platform. Accounts have letters, what a command makes has a number
 * within its story; so a story can be told again with other accounts. Amounts are cents.
 */
public sealed interface Command permits Post, PlaceHold, Release, ChangeStatus, Keyed {

  /** What the reference may do; several things if the platform may choose. */
  List<Decision> decide(Reference before);

  /** One step at one moment. */
  static List<Decision> only(Reply reply, Reference after) {
    return List.of(new Decision(reply, after));
  }

  /** Refused, and nothing else. */
  static List<Decision> refused(String code, Reference unchanged) {
    return only(Reply.refused(code), unchanged);
  }

  static String euros(long cents) {
    return cents / 100 + "." + cents / 10 % 10 + cents % 10;
  }
}
