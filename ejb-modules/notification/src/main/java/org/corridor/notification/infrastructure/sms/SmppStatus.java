package org.corridor.notification.infrastructure.sms;

import java.util.Set;
import org.corridor.notification.application.Gateway.Result;
import org.jsmpp.SMPPConstant;

/** What a message centre means by a command status (SMPP 3.4, section 5.1.3). */
final class SmppStatus {

  /** The address or the message itself is at fault. */
  private static final Set<Integer> NOT_EVER =
      Set.of(
          SMPPConstant.STAT_ESME_RINVMSGLEN,
          SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVSRCADR,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI);

  private SmppStatus() {}

  static Result result(int status) {
    var reason = "smpp-0x%08x".formatted(status);
    return NOT_EVER.contains(status) ? new Result.Refused(reason) : new Result.TryAgain(reason);
  }
}
