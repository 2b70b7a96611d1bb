package org.corridor.notification.application;

import java.util.UUID;
import org.corridor.notification.application.Wording.Words;
import org.corridor.notification.domain.Channel;

/** Carries messages out of the house, through one channel. Called outside of any unit of work. */
public interface Gateway {

  Channel channel();

  /** False if nothing is configured for it: then the channel is not offered. */
  boolean isOffered();

  /** How many messages may be under way at once. */
  int atOnce();

  /**
   * A message to one address.
   *
   * @param id the same at each attempt
   * @param address an e-mail address, a telephone number (E.164), or the id of a subscription
   */
  record Outgoing(UUID id, String address, Words words) {}

  /** What became of it. */
  sealed interface Result {

    /** The next server has taken it. */
    record Taken() implements Result {}

    /** Not now. */
    record TryAgain(String reason) implements Result {}

    /** Not ever: the address or the message itself was refused. */
    record Refused(String reason) implements Result {}

    /** There is nobody at this address any more. */
    record Gone(String reason) implements Result {}
  }

  /** Ends within a minute, whatever the other side does. */
  Result send(Outgoing message);

  /**
   * Whether the other side could be reached at the last attempt; true if there was none yet. Only
   * reported: a channel that is down is no reason to be down.
   */
  boolean isReachable();
}
