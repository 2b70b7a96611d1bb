package org.corridor.client.domain;

/**
 * What text may be in a client's record. Lengths are those of ISO 20022, so a payment can carry it.
 */
public final class Texts {

  public static final int MAX_NAME = 140;
  public static final int MAX_REGISTRATION = 35;
  public static final int MAX_STREET = 70;
  public static final int MAX_BUILDING = 16;
  public static final int MAX_POST_CODE = 16;
  public static final int MAX_TOWN = 35;

  private Texts() {}

  /** One line that shows what it is: no control or invisible characters, no space around it. */
  public static boolean isLine(String text, int maxLength) {
    return text != null
        && !text.isEmpty()
        && text.codePointCount(0, text.length()) <= maxLength
        && text.equals(text.strip())
        && text.codePoints().allMatch(Texts::isVisible);
  }

  /** A line that has a letter or digit in it. */
  public static boolean isName(String text) {
    return isLine(text, MAX_NAME) && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
