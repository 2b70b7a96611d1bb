package org.corridor.notification.infrastructure.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;
import org.corridor.notification.application.Gateway.Result;

/**
 * What a mail server means by refusing (RFC 5321, section 4.2.1): 4yz not now, 5yz not ever. Not
 * ever counts only for the recipient's address: a sender that is refused is a setting to correct.
 * Jakarta Mail's interface does not tell the code; its text begins with it.
 */
final class SmtpRefusal {

  private static final Pattern CODE = Pattern.compile("(?m)^([45])[0-9]{2}[ -]");

  private SmtpRefusal() {}

  static Result result(SendFailedException failure) {
    var code = code(failure);
    var refused = failure.getInvalidAddresses();
    return code.startsWith("5") && refused != null && refused.length > 0
        ? new Result.Refused("smtp-" + code)
        : new Result.TryAgain("smtp-" + code);
  }

  /** Three digits, or {@code failed} if there are none. */
  static String code(SendFailedException failure) {
    for (Exception cause = failure; cause instanceof MessagingException e; cause = next(e)) {
      var matcher = CODE.matcher(String.valueOf(e.getMessage()));
      if (matcher.find()) {
        return matcher.group().substring(0, 3);
      }
    }
    return "failed";
  }

  private static Exception next(MessagingException e) {
    return e.getNextException();
  }
}
