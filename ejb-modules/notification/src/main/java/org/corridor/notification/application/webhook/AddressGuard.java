package org.corridor.notification.application.webhook;

/** Whether an address may be called at all. */
public interface AddressGuard {

  /** What the guard says. */
  sealed interface Verdict {

    /** It may be, now: it is asked again at each call. */
    record Allowed() implements Verdict {}

    /** It is no address that could be called, whatever stands behind it. */
    record Malformed(String detail) implements Verdict {}

    /** It leads to where nobody may have this server call. */
    record Refused(String detail) implements Verdict {}
  }

  /** Asks the network for the name's addresses, so never inside of a unit of work. */
  Verdict check(String url);
}
