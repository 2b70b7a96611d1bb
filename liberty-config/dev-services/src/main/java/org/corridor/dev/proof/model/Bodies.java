package org.corridor.dev.proof.model;

/** What is sent. */
final class Bodies {

  private Bodies() {}

  static String euro(long cents) {
    var sign = cents < 0 ? "-" : "";
    return "{\"amount\":\"" + sign + Command.euros(Math.abs(cents)) + "\",\"currency\":\"EUR\"}";
  }

  /**
   * @param more members, each with a comma behind it
   */
  static String journal(String kind, String from, String to, long cents, String more) {
    return "{\"kind\":\""
        + kind
        + "\","
        + more
        + "\"legs\":[{\"accountId\":\""
        + from
        + "\",\"amount\":"
        + euro(-cents)
        + "},{\"accountId\":\""
        + to
        + "\",\"amount\":"
        + euro(cents)
        + "}]}";
  }

  static String transfer(String from, String to, long cents) {
    return "{\"sourceAccountId\":\""
        + from
        + "\",\"destinationAccountId\":\""
        + to
        + "\",\"amount\":"
        + euro(cents)
        + "}";
  }

  static String cash(String account, long cents) {
    return "{\"accountId\":\"" + account + "\",\"branch\":\"BER\",\"amount\":" + euro(cents) + "}";
  }
}
