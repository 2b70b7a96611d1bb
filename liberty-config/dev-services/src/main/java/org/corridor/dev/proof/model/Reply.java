package org.corridor.dev.proof.model;

/**
 * What the platform answered to a command, as far as the reference has a say in it.
 *
 * @param status of HTTP
 * @param code of the problem; empty if there was none
 * @param id of the transaction that was made, also of a declined one; empty if there is none
 */
public record Reply(int status, String code, String id) {

  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int BAD_GATEWAY = 502;

  public static Reply of(int status) {
    return new Reply(status, "", "");
  }

  static Reply refused(String code) {
    return new Reply(422, code, "");
  }

  /** The same but for the id, which the reference does not choose. */
  boolean saysTheSameAs(Reply other) {
    return status == other.status && code.equals(other.code);
  }

  /** The platform says that it does not know, or could not do it now. */
  boolean isInconclusive() {
    return status == ACCEPTED
        || status == UNAVAILABLE
        || status == GATEWAY_TIMEOUT
        || status == BAD_GATEWAY;
  }

  @Override
  public String toString() {
    return code.isEmpty() ? Integer.toString(status) : status + " " + code;
  }
}
