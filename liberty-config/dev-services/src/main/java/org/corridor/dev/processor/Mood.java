package org.corridor.dev.processor;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the simulator takes a payment, as its remittance text says it: {@code sim:refuse}, {@code
 * sim:error=2}. Without such a word it pays at once.
 *
 * @param number of times, or seconds; 1 if none is given
 */
record Mood(Kind kind, int number) {

  private static final Pattern WORD = Pattern.compile("sim:([a-z-]+)(?:=([0-9]{1,4}))?");

  /** What happens. */
  enum Kind {
    /** Pays at once. */
    PAY,
    /** Refuses it. */
    REFUSE,
    /** Pays, but does not answer in time. */
    SILENT_DONE,
    /** Neither pays nor answers in time, so many times. */
    SILENT,
    /** Answers 500 and does nothing, so many times. */
    ERROR,
    /** Answers 503 and does nothing, so many times. */
    BUSY,
    /** Takes it on, and pays so many seconds later. */
    LATE,
    /** Takes it on, and refuses it so many seconds later. */
    BOUNCE,
    /** Pays, and the money comes back so many seconds later. */
    RETURN
  }

  static Mood of(String remittance) {
    var word = WORD.matcher(remittance == null ? "" : remittance);
    if (!word.find()) {
      return new Mood(Kind.PAY, 0);
    }
    var kind =
        switch (word.group(1)) {
          case "refuse" -> Kind.REFUSE;
          case "silent-done" -> Kind.SILENT_DONE;
          case "silent" -> Kind.SILENT;
          case "error" -> Kind.ERROR;
          case "busy" -> Kind.BUSY;
          case "late" -> Kind.LATE;
          case "bounce" -> Kind.BOUNCE;
          case "return" -> Kind.RETURN;
          default -> Kind.PAY;
        };
    return new Mood(kind, word.group(2) == null ? 1 : Integer.parseInt(word.group(2)));
  }

  Duration delay() {
    return Duration.ofSeconds(number);
  }
}
