package org.corridor.account.domain;

import java.math.BigInteger;

/**
 * The number of a client's account: {@code CO}, two check digits, fourteen digits. The check digits
 * are those of an IBAN (ISO 13616, ISO 7064 mod 97-10), so a slip of the pen is noticed: one wrong
 * character, or two that were swapped.
 */
public record AccountNumber(String value) {

  private static final String PREFIX = "CO";
  private static final long LARGEST_SERIAL = 99_999_999_999_999L;
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final int CHECKED = 98;

  public AccountNumber {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not the number of an account: " + value);
    }
  }

  /**
   * @param serial unique, from 1 to fourteen digits
   */
  public static AccountNumber ofSerial(long serial) {
    if (serial < 1 || serial > LARGEST_SERIAL) {
      throw new IllegalArgumentException("not a serial number of accounts: " + serial);
    }
    var digits = String.format("%014d", serial);
    var check = CHECKED - remainder(digits + PREFIX + "00");
    return new AccountNumber(PREFIX + String.format("%02d", check) + digits);
  }

  public static boolean isValid(String text) {
    return text != null
        && text.matches("CO[0-9]{16}")
        && remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  /** Letters count as two digits: A is 10, Z is 35. */
  private static int remainder(String rearranged) {
    var digits = new StringBuilder();
    rearranged.chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }

  @Override
  public String toString() {
    return value;
  }
}
