package org.corridor.transaction.domain.file;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.corridor.kernel.Money;
import org.corridor.transaction.domain.Movement;

/**
 * One transfer as its file has it; whether there are such accounts is not known yet.
 *
 * @param line where it begins in the file, from 1
 * @param endToEndId what the payer calls it; null if its file has no such name for it
 * @param source the account's id or number
 * @param destination likewise
 * @param reference may be null; see {@link Movement#isReference}
 */
public record FiledTransfer(
    int line,
    String endToEndId,
    String source,
    String destination,
    Money amount,
    String reference) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{1,40}");

  public FiledTransfer {
    Objects.requireNonNull(amount, "amount");
    if (!isAccount(source) || !isAccount(destination)) {
      throw new IllegalArgumentException("an account's id or number");
    }
    if (!Movement.isReference(reference)) {
      throw new IllegalArgumentException("not a reference");
    }
  }

  /** Does the text have the form of an account's id or number? */
  public static boolean isAccount(String text) {
    return text != null && (ID.matcher(text).matches() || NUMBER.matcher(text).matches());
  }

  /** Null if the account is named by its number. */
  public static UUID id(String account) {
    return ID.matcher(account).matches() ? UUID.fromString(account) : null;
  }
}
