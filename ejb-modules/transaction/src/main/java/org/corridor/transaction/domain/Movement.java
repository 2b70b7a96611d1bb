package org.corridor.transaction.domain;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.corridor.kernel.Money;

/**
 * What is to move: the same for all of a transaction's life.
 *
 * @param amount more than zero
 * @param reference what the payer wants to say of it; may be null
 * @param reverses the transaction that this one undoes; null unless it is a reversal
 */
public record Movement(
    Kind kind, Side source, Side destination, Money amount, String reference, UUID reverses) {

  public static final int MAX_REFERENCE_LENGTH = 140;

  private static final Pattern DISTURBING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  public Movement {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(destination, "destination");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("must be more than zero");
    }
    if (source.accountId().equals(destination.accountId())) {
      throw new IllegalArgumentException("source and destination must differ");
    }
    if (!isReference(reference)) {
      throw new IllegalArgumentException("not a reference");
    }
    if ((kind == Kind.REVERSAL) != (reverses != null)) {
      throw new IllegalArgumentException("a reversal, and nothing else, reverses a transaction");
    }
  }

  /** Null, or a text of bounded length that cannot disturb a log, a file or a display. */
  public static boolean isReference(String text) {
    return text == null
        || (!text.isBlank()
            && text.length() <= MAX_REFERENCE_LENGTH
            && !DISTURBING.matcher(text).find());
  }

  /**
   * The side whose client the movement is for, the payer if there are two: it is limited by this
   * account, and its branch answers for it. A reversal is answered for by who answered for what it
   * undoes.
   */
  public Side clientSide() {
    var first = kind == Kind.REVERSAL ? destination : source;
    var second = kind == Kind.REVERSAL ? source : destination;
    return first.internal() ? second : first;
  }

  Movement mirrored(UUID original, String why) {
    return new Movement(
        Kind.REVERSAL, /* source= */ destination, /* destination= */ source, amount, why, original);
  }
}
