package org.corridor.notification.infrastructure.sms;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.GeneralDataCoding;

/**
 * A text as it travels. The default alphabet (3GPP TS 23.038) where each character has the same
 * code as in ASCII, whatever the message centre makes of the rest; else UCS-2.
 */
final class SmsText {

  private static final Pattern SAME_IN_BOTH =
      Pattern.compile("[A-Za-z0-9 \\r\\n!\"#%&'()*+,./:;<=>?-]*");

  private final DataCoding coding;
  private final byte[] bytes;

  private SmsText(DataCoding coding, byte[] bytes) {
    this.coding = coding;
    this.bytes = bytes;
  }

  static SmsText of(String text) {
    // the spaces that keep an amount and its currency together are in neither alphabet
    var plain = text.replace('\u00a0', ' ').replace('\u202f', ' ');
    return SAME_IN_BOTH.matcher(plain).matches()
        ? new SmsText(DataCodings.ZERO, plain.getBytes(StandardCharsets.US_ASCII))
        : new SmsText(
            new GeneralDataCoding(Alphabet.ALPHA_UCS2), plain.getBytes(StandardCharsets.UTF_16BE));
  }

  DataCoding coding() {
    return coding;
  }

  byte[] bytes() {
    return bytes.clone();
  }
}
