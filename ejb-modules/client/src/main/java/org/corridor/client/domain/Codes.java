package org.corridor.client.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The codes of a client's record, each by its standard. */
public final class Codes {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern BRANCH = Pattern.compile("[A-Z0-9]{2,10}");
  private static final Pattern E_164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern MAIL_LOCAL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*");
  private static final Pattern MAIL_LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final int MAX_MAIL = 254;
  private static final int MAX_MAIL_LOCAL = 64;

  private Codes() {}

  /** ISO 3166-1 alpha-2, upper case. */
  public static boolean isCountry(String code) {
    return code != null && COUNTRIES.contains(code);
  }

  /** ISO 639-1, lower case. */
  public static boolean isLanguage(String code) {
    return code != null && LANGUAGES.contains(code);
  }

  /** A branch of the organisation: two to ten capital letters and digits. */
  public static boolean isBranch(String code) {
    return code != null && BRANCH.matcher(code).matches();
  }

  /** An international number by E.164: plus sign and up to fifteen digits. */
  public static boolean isPhone(String number) {
    return number != null && E_164.matcher(number).matches();
  }

  /**
   * A mailbox of RFC 5321 with a plain local part and a domain name; neither quoted parts nor
   * address literals, which no client has.
   */
  public static boolean isEmail(String address) {
    if (address == null || address.length() > MAX_MAIL) {
      return false;
    }
    var at = address.lastIndexOf('@');
    if (at < 1 || at > MAX_MAIL_LOCAL) {
      return false;
    }
    var labels = address.substring(at + 1).split("\\.", -1);
    if (labels.length < 2 || !MAIL_LOCAL.matcher(address.substring(0, at)).matches()) {
      return false;
    }
    for (var label : labels) {
      if (!MAIL_LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !labels[labels.length - 1].chars().allMatch(Character::isDigit);
  }
}
